import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'out',
      'dist',
      'demo-output',
      'screenshots',
      'test-results',
      'playwright-report',
      'scripts',
      '*.config.*',
      '.*.cjs',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A generic names the row or the reply that a caller expects.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Spreading a text gives its code points, which is what the identifiers and the search are about.
      '@typescript-eslint/no-misused-spread': 'off',
      'no-console': ['error', { allow: ['error', 'warn'] }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // Each Enter, Escape and shortcut asks whether an input method is composing; one guard does that.
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[property.name='isComposing']",
          message: 'Use the guard in renderer/components/composing.ts.',
        },
      ],
    },
  },
  { files: ['renderer/components/composing.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
      // Playwright reads from a test's first parameter which fixtures it wants; some want none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      // Matchers of vitest that stand for a value are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
