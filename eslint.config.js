import tseslint from 'typescript-eslint';

const pure = [
  ...['core', 'gates', 'agents', 'flow', 'generator', 'metadata'].map((room) => `src/${room}/**/*.ts`),
  'kernels/reference/**/*.ts',
];

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'node_modules/', 'examples/', 'test/fixtures/', 'test/golden/', '.bitnet-flow/'] },
  // AssemblyScript: its compiler checks it, and its types are not those of TypeScript.
  { ignores: ['kernels/wasm/assembly/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // Pure rooms decide; they never look at the world (docs/architecture.md).
    files: pure,
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A pure room has no clock.' },
        { object: 'Math', property: 'random', message: 'A pure room has no randomness.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A pure room has no clock.' },
      ],
    },
  },
  {
    files: ['kernels/reference/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'round',
          message: 'Math.round rounds halves up; use roundHalfEven or roundHalfAway.',
        },
        { object: 'Date', property: 'now', message: 'A pure room has no clock.' },
        { object: 'Math', property: 'random', message: 'A pure room has no randomness.' },
      ],
    },
  },
);
