/** Who may import whom: the table of the design, as rules. `$1` is the feature's own folder. */
const only = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { pathNot: to } });
const never = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to });

const libraries = 'node_modules';

module.exports = {
  forbidden: [
    never('no-cycles', '^(shared|electron|renderer)/', {
      circular: true,
      viaOnly: { dependencyTypesNot: ['type-only'] },
    }),
    only(
      'domain-is-pure',
      '^shared/domain/',
      `^shared/domain/|${libraries}/(temporal-polyfill|chinese-days|pinyin-pro)`,
    ),
    only('contract-knows-shared-only', '^shared/contract/', `^shared/|${libraries}/(zod|@orpc)`),
    only(
      'preload-needs-only-electron',
      '^electron/preload/',
      `^electron$|${libraries}/electron|^shared/contract/page-bridge`,
    ),
    only(
      'main-knows-electron-and-shared',
      '^electron/main/',
      `^electron/main/|^shared/|${libraries}|^electron$|^(node:)?[a-z_/]+$`,
    ),
    never('backend-never-electron', '^electron/(backend|cli)/', {
      path: `^electron$|${libraries}/electron/`,
    }),
    never('queries-stay-in-their-feature', '^electron/backend/([^/]+)/', {
      path: '^electron/backend/.+queries[.]ts$',
      pathNot: '^electron/backend/$1/',
    }),
    only('migrations-import-types', '^electron/backend/db/migrations/', '^electron/backend/db/migrations/'),
    never('renderer-never-electron', '^renderer/', { path: `^electron|${libraries}/electron/` }),
    never('features-never-meet', '^renderer/features/([^/]+)/', {
      path: '^renderer/features/',
      pathNot: '^renderer/features/$1/',
    }),
    never('features-know-no-app', '^renderer/features/', { path: '^renderer/app/' }),
    never('components-know-no-feature', '^renderer/components/', { path: '^renderer/(features|app|api)/' }),
    never('not-to-tests', '^(shared|electron|renderer)/', { path: '^test/' }),
    never('no-unresolved', '^(shared|electron|renderer|test)/', { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
