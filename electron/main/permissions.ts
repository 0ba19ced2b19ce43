import type { Session } from 'electron';
import { isOurs } from './origin.ts';

/**
 * What a page may have, each with its reason. Electron says yes to everything by default; here whatever is not named is refused, and
 * what is named only our own pages get.
 */
const ALLOWED: Readonly<Record<string, true>> = {
  // The phone's microphone; the camera is refused below.
  media: true,
  // The device lists of «Микрофон», «Наушники», «Сигнал вызова» show names only with it.
  'speaker-selection': true,
  // An incoming call, an event that is near due.
  notifications: true,
  // Buttons and lights of a headset (telephony usages of HID); which devices, below.
  hid: true,
  // «Скопировать номер».
  'clipboard-sanitized-write': true,
};

/** Puts the table in force, for requests and for checks alike; the answer to both must be the same. */
export function restrictPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const sound = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const camera = sound.some((type) => type !== 'audio');
    answer(isAllowed(permission, details.requestingUrl) && !camera);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    return isAllowed(permission, requestingOrigin) && details.mediaType !== 'video';
  });
  // Our phone opens only devices that have a telephone's hook switch; Chromium itself keeps keyboards, mice and security keys from pages.
  // Nothing by USB or serial port.
  session.setDevicePermissionHandler(({ deviceType, origin }) => deviceType === 'hid' && isOurs(origin));
  // Electron has no list to choose from: the first that the page asked for, which is a telephone's.
  session.on('select-hid-device', (event, { deviceList }, choose) => {
    event.preventDefault();
    choose(deviceList[0]?.deviceId);
  });
  // Nobody shares a screen from here. No source is given, which refuses the request.
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

const isAllowed = (permission: string, address: string): boolean =>
  Object.hasOwn(ALLOWED, permission) && isOurs(address);
