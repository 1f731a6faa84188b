import { app } from 'electron';

/** Whether this is the only program on its user data. Another start hands over to this one and ends. */
export function isOnlyInstance(onSecond: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return false;
  }
  app.on('second-instance', onSecond);
  return true;
}
