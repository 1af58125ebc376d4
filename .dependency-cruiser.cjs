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
      comment: 'Digests and unpacking are computations: the same bytes give the same bytes.',
      from: { path: `^src/(${pure})/|^src/(flow-)?registry\\.ts$` },
      to: {
        path: '^(node:|@actions/)|^(fs|child_process|os|path|http|https|net|crypto)(/|$)|node_modules/@actions/',
        pathNot: '^(node:)?(crypto|zlib)$',
      },
    },
    {
      name: 'kernels-stay-out-of-the-bundle',
      severity: 'error',
      comment: 'The parity entry alone reaches kernels/; index.ts and cli.ts never do.',
      from: { path: '^src/', pathNot: '^src/parity(\\.ts$|/)' },
      to: { path: '^kernels/|@actions/cache|gpu\\.js' },
    },
    {
      name: 'sigstore-stays-out-of-the-bundle',
      severity: 'error',
      comment: 'One action signs and one command checks signatures: they start src/attest.ts as a process of its own.',
      from: { path: '^src/', pathNot: '^src/attest(\\.ts$|/)' },
      to: { path: '@actions/attest|@sigstore/|^src/attest(\\.ts$|/)' },
    },
    {
      name: 'kernels-reference-imports-only-itself',
      severity: 'error',
      comment: 'The reference is what every backend is judged by: it depends on nothing but the form of an error.',
      from: { path: '^kernels/reference/' },
      to: { pathNot: '^kernels/reference/|^src/core/errors\\.ts$' },
    },
    {
      name: 'kernels-import-only-errors-of-src',
      severity: 'error',
      from: { path: '^kernels/' },
      to: { path: '^src/', pathNot: '^src/core/errors\\.ts$' },
    },
    {
      name: 'gpu-js-is-reached-from-its-backend-only',
      severity: 'error',
      comment:
        'It is large and loads native code; kernels/gpujs loads it lazily, and the parity entry alone reaches kernels/.',
      from: { pathNot: '^kernels/gpujs/|^node_modules/' },
      to: { path: '^(gpu\\.js|gl|webgpu)(/|$)|node_modules/(gpu\\.js|gl|webgpu)/' },
    },
    {
      name: 'kernels-gpujs-imports-only-the-reference',
      severity: 'error',
      from: { path: '^kernels/gpujs/' },
      to: { path: '^kernels/', pathNot: '^kernels/(gpujs|reference)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
