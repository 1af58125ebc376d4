/** The import directions of docs/architecture.md. `allowed(room, ...rooms)` forbids every other room of src. */
const rooms = ['core', 'gates', 'agents', 'flow', 'generator', 'metadata', 'runtime', 'local'];
const allowed = (room, ...targets) => ({
  name: `${room}-imports-only-${targets.join('-') || 'itself'}`,
  severity: 'error',
  comment: 'See docs/architecture.md, "Who may import whom".',
  from: { path: `^src/${room}/` },
  to: {
    path: '^(src|kernels)/',
    pathNot: [room, ...targets].map((t) => (t.includes('.') ? `^src/${t}$` : `^src/${t}/`)),
  },
});
const pure = rooms.filter((room) => !['runtime', 'local'].includes(room)).join('|');

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    allowed('core'),
    allowed('gates', 'core'),
    allowed('agents', 'core'),
    allowed('flow', 'core'),
    allowed('generator', 'core'),
    allowed('metadata', 'core'),
    allowed('runtime', 'core', 'gates', 'agents', 'flow'),
    allowed('local', 'core', 'runtime', 'generator'),
    {
      name: 'gates-never-import-gates',
      severity: 'error',
      comment: 'What two gates share moves down to a topic file in core.',
      from: { path: '^src/gates/([^/]+)\\.ts$', pathNot: '^src/gates/index\\.ts$' },
      to: { path: '^src/gates/', pathNot: '^src/gates/$1\\.ts$' },
    },
    {
      name: 'pure-rooms-have-no-io',
      severity: 'error',
      from: { path: `^src/(${pure})/|^src/registry\\.ts$` },
      to: {
        path: '^(node:|@actions/)|^(fs|child_process|os|path|http|https|net|crypto)(/|$)|node_modules/@actions/',
        pathNot: '^(node:)?crypto$',
      },
    },
    {
      name: 'kernels-stay-out-of-the-bundle',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^kernels/|@actions/cache|gpu\\.js' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
