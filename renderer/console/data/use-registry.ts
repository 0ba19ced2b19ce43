import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/base.ts';
import {
  IMPORT_CHUNK_BYTES,
  type RegistryAbout,
  type RegistryField,
  type RegistryImport,
} from '../../../shared/contract/registry-import.ts';
import { useDesk, useDeskState } from '../store/context.tsx';

const LOOK_AGAIN_MS = 300;
const UNDER_WAY: readonly RegistryImport['phase'][] = ['receiving', 'looking', 'running'];

type RegistryState = { about: RegistryAbout | null; import: RegistryImport };

/** The registry and its import as the service tells them, and what may be done with it. */
export interface RegistrySource {
  readonly state: RegistryState | null;
  readonly failure: Failure | null;
  /** This window is sending the file; false while another one's, cut off, lies half received. */
  readonly sending: boolean;
  send(file: File): void;
  run(columns: (RegistryField | null)[]): void;
  apply(): void;
  cancel(): void;
}

/** Asks how the import is, again and again while one is under way: it belongs to the service and outlives this page. */
export function useRegistry(): RegistrySource {
  const desk = useDesk();
  const connected = useDeskState(({ connection }) => connection === 'up');
  const [state, setState] = useState<RegistryState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  const isSending = useRef(false);

  const look = useCallback(async () => {
    const outcome = await desk.ask('registryState', {});
    if (outcome.ok) setState(outcome.value);
  }, [desk]);

  useEffect(() => {
    if (connected) void look();
  }, [connected, look]);
  const isUnderWay = state !== null && UNDER_WAY.includes(state.import.phase);
  useEffect(() => {
    if (!connected || !isUnderWay) return;
    const timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [connected, isUnderWay, state, look]);

  const tell = async (asked: Promise<{ ok: true } | { ok: false; error: Failure }>): Promise<boolean> => {
    setFailure(null);
    const outcome = await asked;
    if (!outcome.ok) setFailure(outcome.error);
    await look();
    return outcome.ok;
  };

  async function send(file: File): Promise<void> {
    setFailure(null);
    const { name: fileName, size, lastModified: modifiedAt } = file;
    const begun = await desk.ask('registryImportBegin', { fileName: fileName.slice(-300), size, modifiedAt });
    if (!begun.ok) return setFailure(begun.error);
    const { importId } = begun.value;
    isSending.current = true;
    setSending(true);
    await look();
    for (let offset = 0; offset < size && isSending.current; offset += IMPORT_CHUNK_BYTES) {
      const data = await base64Of(file.slice(offset, offset + IMPORT_CHUNK_BYTES));
      const outcome = await desk.ask('registryImportReceive', { importId, offset, data });
      if (outcome.ok) continue;
      if (isSending.current) setFailure(outcome.error);
      break;
    }
    isSending.current = false;
    setSending(false);
    await look();
  }

  return {
    state,
    failure,
    sending,
    send: (file) => void send(file),
    run: (columns) => void tell(desk.ask('registryImportRun', { columns })),
    apply: () => void tell(desk.ask('registryImportApply', {})),
    cancel() {
      isSending.current = false;
      void tell(desk.ask('registryImportCancel', {}));
    },
  };
}

/** What stands after the comma of `data:…;base64,`. */
function base64Of(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(part);
  });
}
