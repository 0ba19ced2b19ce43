import { join } from 'node:path';
import { fail, ok, type Failure, type Outcome } from '../../shared/contract/base.ts';
import {
  ADMINISTRATORS_PARTS,
  personalSettings,
  workstationSettings,
  type LineSettings,
  type PersonalSettings,
  type Provisioning,
  type SettingsView,
  type SipSettings,
  type WorkstationSettings,
} from '../../shared/contract/settings.ts';
import type { DeskSettings, Sealing } from '../desk/ports.ts';
import type { Log } from '../log.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { readLayer } from './layer-file.ts';
import type { KeptRecordings } from './recordings.ts';
import { deeperMistakes, noticeMistakes } from './mistakes.ts';
import { createPasswordKeeper } from './password-keeper.ts';
import { openSayLayer } from './say-layer.ts';
import type { ConfigProblem } from './provisioning.ts';

/** All layers of settings laid over each other: defaults, the administrator's file or this workstation's own, the consultant's own. */
export interface Settings extends DeskSettings {
  /**
   * Training until something says where real calls come from, and never silently after: an administrator's file, or a server in this
   * workstation's settings, means work.
   */
  mode(): 'training' | 'work';
  /** Whose desk it is. The SIP account is the person's, so it is the identity too. */
  consultant(): { id: string; name: string };
  /** The line's rules, lists and listener. */
  line(): LineSettings;
  /** What the training line gave the phone; null at work. */
  useTrainingAccount(account: SipSettings | null): void;
  /** The addresses of the second listener as they are now. */
  useLinks(links: SettingsView['links']): void;
  readonly sealing: Sealing;
}

export interface SettingsOptions {
  /** The folder with workstation.json and personal.json. */
  dataDir: string;
  /** The administrator's layer; null when there is none. */
  provisioned: Provisioning | null;
  /** Training was commanded (`--training`). */
  training: boolean;
  /** The name of a consultant nobody has named. */
  defaultName: string;
  /** Why the workstation's settings cannot change now (`in-call`); null when they can. */
  refusal(): Failure | null;
  /** Resolves once what the last change set in motion (the line's pages) is done: the answer to a save says how it came out. */
  applied(): Promise<void>;
  /** What sounds instead of the tones. */
  recordings: KeptRecordings;
  log: Log;
}

const NO_LINKS: SettingsView['links'] = { lead: null, booking: null, problem: null };

/** Reads the workstation's and the consultant's own layers and lays them over. A mistake in the workstation's is a problem to be shown. */
export function openSettings(
  options: SettingsOptions,
): { ok: true; settings: Settings } | { ok: false; problem: ConfigProblem } {
  const { provisioned, log } = options;
  const workstationFile = join(options.dataDir, 'workstation.json');
  const personalFile = join(options.dataDir, 'personal.json');

  const stored = provisioned ? null : readLayer(workstationFile, workstationSettings);
  if (stored?.kind === 'mistaken') return { ok: false, problem: stored };
  let workstation = provisioned
    ? fromProvisioning(provisioned)
    : stored?.kind === 'read'
      ? stored.settings
      : workstationSettings.parse({});
  const deeper = deeperMistakes(workstation);
  if (deeper.length > 0) return { ok: false, problem: { file: workstationFile, mistakes: deeper } };

  const own = readLayer(personalFile, personalSettings);
  // Nobody is kept from work by a wrong loudspeaker: what cannot be read is said in the log and becomes the default.
  if (own.kind === 'mistaken') log('warn', 'personal-settings-unreadable', { mistakes: own.mistakes });
  let personal = own.kind === 'read' ? own.settings : personalSettings.parse({});

  const say = openSayLayer(options.dataDir, provisioned?.say, provisioned !== null);
  for (const mistake of say.view('en').mistakes) log('warn', 'say-text-not-taken', { mistake });
  const keeper = createPasswordKeeper(join(options.dataDir, 'sip-password.sealed'));
  const handlers = new Set<() => void>();
  let trainingAccount: SipSettings | null = null;
  let links = NO_LINKS;
  const changed = () => handlers.forEach((told) => told());
  keeper.onChange(changed);

  const mode = () => (options.training || (!provisioned && workstation.sip === null) ? 'training' : 'work');
  const password = () => provisioned?.sip?.password ?? keeper.current();
  const account = (): SipSettings | null => {
    if (mode() === 'training') return trainingAccount;
    const secret = password();
    return workstation.sip === null || secret === null ? null : { ...workstation.sip, password: secret };
  };

  const view = (): SettingsView => ({
    workstation,
    personal,
    locked: provisioned ? [...ADMINISTRATORS_PARTS] : [],
    recordings: options.recordings.about(),
    password: { known: password() !== null, kept: provisioned?.sip ? 'file' : keeper.kept() },
    links,
    dataDir: options.dataDir,
    say: say.view(personal.language),
  });

  return {
    ok: true,
    settings: {
      view,
      mode,
      line: () => workstation.line,
      limits: () => workstation.limits,
      consultant() {
        const sip = account() ?? workstation.sip;
        const name = workstation.consultantName || options.defaultName;
        if (mode() === 'training') return { id: 'training-101', name };
        const id = sip ? `${sip.number}@${sip.domain ?? new URL(sip.server).hostname}` : 'unnamed';
        return { id: id.slice(0, 64), name };
      },
      phoneConfig() {
        const { microphone, headphones, ringer, ringVolume, deviceNames } = personal;
        const watch = workstation.colleagues.map(({ number }) => number);
        return {
          account: account(),
          microphone,
          headphones,
          ringer,
          ringVolume,
          deviceNames,
          watch,
          recordings: options.recordings.about(),
        };
      },
      savePersonal(given: PersonalSettings): Promise<Outcome<SettingsView>> {
        personal = given;
        writeFileAtomic(personalFile, JSON.stringify(personal, null, 2));
        changed();
        return Promise.resolve(ok(view()));
      },
      recording: (kind) => options.recordings.data(kind),
      saveRecording(kind, recording) {
        const saved = options.recordings.save(kind, recording);
        if (!saved.ok) return saved;
        changed();
        return ok(view());
      },
      async saveWorkstation(given: WorkstationSettings, newPassword: string | null): Promise<Outcome<SettingsView>> {
        if (provisioned) return fail('locked');
        const refusal = options.refusal();
        if (refusal) return { ok: false, error: refusal };
        const mistakes = [...deeperMistakes(given), ...noticeMistakes(given.line)];
        if (mistakes.length > 0) {
          return fail('invalid-settings', { mistakes: mistakes.map(({ path, code }) => `${path}: ${code}`) });
        }
        workstation = given;
        writeFileAtomic(workstationFile, JSON.stringify(workstation, null, 2));
        if (newPassword !== null) await keeper.set(newPassword);
        changed();
        await options.applied();
        return ok(view());
      },
      saveSayTexts(own) {
        if (provisioned) return Promise.resolve(fail('locked'));
        say.save(own);
        changed();
        return Promise.resolve(ok(view()));
      },
      onChange(handler) {
        handlers.add(handler);
        return () => void handlers.delete(handler);
      },
      useTrainingAccount(given) {
        trainingAccount = given;
        changed();
      },
      useLinks(given) {
        links = given;
        changed();
      },
      sealing: keeper.sealing,
    },
  };
}

/** The administrator's layer over the defaults, in the shape of a workstation's. Password, words and recordings: apart. */
function fromProvisioning({
  consultant,
  sip,
  say: _say,
  recordings: _recordings,
  ...parts
}: Provisioning): WorkstationSettings {
  const { password: _password, ...account } = sip ?? { password: '' };
  return workstationSettings.parse({ consultantName: consultant?.name, sip: sip ? account : null, ...parts });
}
