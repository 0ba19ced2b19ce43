import type { dataMethods } from '../../shared/contract/data.ts';
import type { DeskApi } from '../../shared/contract/desk.ts';
import type { Handlers } from '../../shared/contract/rpc.ts';
import type { LineLink } from '../../shared/contract/link.ts';
import type { Outcome } from '../../shared/contract/base.ts';
import type { PhoneConfig, PhoneFailure } from '../../shared/contract/phone.ts';
import type { OwnSayTexts } from '../../shared/contract/say.ts';
import type {
  LimitSettings,
  PersonalSettings,
  SettingsView,
  WorkstationSettings,
} from '../../shared/contract/settings.ts';
import type { RecordingKind } from '../../shared/contract/recordings.ts';
import type { ServiceClock } from '../clock.ts';

/** What the desk needs of the world; service.ts and headless.ts supply it, tests a scripted one. */
export type DeskPorts = {
  /** The desk's own SQLite file; `:memory:` in tests. */
  dbFile: string;
  clock: ServiceClock;
  timers: Timers;
  /** A UUID, version 7: sorts by the time it was made. */
  newId(): string;
  mode: 'training' | 'work';
  consultant: { id: string; name: string };
  link: LineLink;
  settings: DeskSettings;
  /** Registry import, retention, backup: the service's own, passed on to the console. */
  data: DataControl;
  /** null: this desk is not on the training line. */
  training: TrainingControl | null;
  /** Asks a SIP server itself what a page cannot see: wrong certificate, nobody there. null: nothing wrong was found. */
  probe(server: string): Promise<PhoneFailure | null>;
  /** null: there is no shell with a key store (a browser). */
  sealing: Sealing | null;
  log: DeskLog;
};

/** What the console may do with the data kept here. */
export type DataControl = Pick<Handlers<DeskApi>, keyof typeof dataMethods>;

/** One thing to do later. Returns the function that calls it off. */
export type Timers = { after(ms: number, work: () => void): () => void };

/** The settings in force, all layers already laid over each other. What is returned is always valid: mistakes are said before. */
export type DeskSettings = {
  view(): SettingsView;
  /** The consultant's own layer. */
  savePersonal(settings: PersonalSettings): Promise<Outcome<SettingsView>>;
  /** This workstation's layer; fails with `locked` where an administrator has set it. A null password keeps the one known. */
  saveWorkstation(settings: WorkstationSettings, password: string | null): Promise<Outcome<SettingsView>>;
  /** This workstation's own words of «Сказать пользователю»; fails with `locked` as above. */
  saveSayTexts(own: OwnSayTexts): Promise<Outcome<SettingsView>>;
  /** A recording's bytes, base64; null: the tone sounds. */
  recording(kind: RecordingKind): string | null;
  /** Puts a recording in the place of a tone, or gives the tone back (null). */
  saveRecording(kind: RecordingKind, recording: { name: string; data: string } | null): Outcome<SettingsView>;
  /** What the phone registers with and plays on; on the training line its account, else the one of the settings with the password. */
  phoneConfig(): PhoneConfig;
  limits(): LimitSettings;
  /** Told after every change, also of a password unsealed late. Returns the function that ends it. */
  onChange(handler: () => void): () => void;
};

/** The training line's commands. Expected failures carry a code (`no-free-user`, `not-registered`). */
export type TrainingControl = {
  callNow(): Promise<Outcome<null>>;
  secondCall(): Promise<Outcome<null>>;
  setPace(pace: TrainingPace): void;
  pace(): TrainingPace;
};
export type TrainingPace = 'off' | 'calm' | 'busy';

/** The way from the settings to the system's key store, which only Electron's main process reaches: the desk carries the messages. */
export type Sealing = {
  /** A shell is there: `ask` puts a question to it. Called again when another shell connects. */
  connected(ask: (what: 'seal' | 'unseal', request: { requestId: number; text: string }) => void): void;
  /** Its answer; text null: the system has no key store worth the name. */
  answered(answer: { requestId: number; text: string | null }): void;
};

/** Structured log lines: `what` for the program, the rest for the reader. Never a card's content. */
export type DeskLog = (level: 'info' | 'warn' | 'error', what: string, details?: Record<string, unknown>) => void;
