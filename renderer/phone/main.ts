import { startPagePhone } from './page-phone.ts';

// The hidden phone window: nothing but the phone, so that no other window's reload or crash touches a call.
startPagePhone();
