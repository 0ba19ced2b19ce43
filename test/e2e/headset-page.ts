import { SimulatedHeadset, SimulatedHid } from '../../renderer/phone/headset-lab.ts';

declare global {
  interface Window {
    headset: SimulatedHeadset;
  }
}

// Put into the console's page before its own scripts: a headset is plugged in.
const hid = new SimulatedHid();
window.headset = new SimulatedHeadset('Jabra Evolve2 65 (simulated)');
hid.devices.push(window.headset);
Object.defineProperty(navigator, 'hid', { value: hid });
