// electron-builder calls this when the program lies in its folder.
import fs from 'node:fs';
import path from 'node:path';

/**
 * Electron starts its default program where there is no other; ours is there, and a stand-in's is made for development.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context
 */
export default function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? path.join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : path.join(appOutDir, 'resources');
  fs.rmSync(path.join(resources, 'default_app.asar'), { force: true });
}
