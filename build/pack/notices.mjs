// What the archive contains of others, with versions and licences: node notices.mjs DEPS_JSON PACKAGE_LOCK NUGET_FOLDER
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const [deps, lock, nuget] = process.argv.slice(2);
const json = file => JSON.parse(readFileSync(file, 'utf8'));
const lines = ['Third-party software in this archive: name, version, licence.', '', 'Program (NuGet)'];

/** The licence a package states: an expression, a file of its own, or an address. */
function licenceOf(name, version) {
  const file = join(nuget, name.toLowerCase(), version.toLowerCase(), `${name.toLowerCase()}.nuspec`);
  if (!existsSync(file)) return 'not stated';
  const text = readFileSync(file, 'utf8');
  const stated = /<license type="expression">([^<]+)</.exec(text)?.[1];
  return stated ?? /<licenseUrl>([^<]+)</.exec(text)?.[1] ?? 'not stated';
}

for (const [id, library] of Object.entries(json(deps).libraries).sort()) {
  const [name, version] = id.split('/');
  if (library.type === 'package') lines.push(`  ${name} ${version}: ${licenceOf(name, version)}`);
}

lines.push('', 'Pages (npm)');
for (const [path, entry] of Object.entries(json(lock).packages).sort()) {
  if (path !== '' && entry.dev !== true) lines.push(`  ${path.slice(path.lastIndexOf('node_modules/') + 13)} ${entry.version}: ${entry.license ?? 'not stated'}`);
}

lines.push('', '.NET runtime: MIT, see dotnet/LICENSE.txt and dotnet/ThirdPartyNotices.txt', '');
process.stdout.write(lines.join('\n'));
