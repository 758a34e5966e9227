import type { SafeStorage } from 'electron';
import type { Vault } from './session-store.ts';

/** The system's safe place for a key. A backend that only hides plain text does not count as one. */
export async function openVault(safeStorage: SafeStorage): Promise<Vault | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') {
    return null;
  }
  return {
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (bytes) => (await safeStorage.decryptStringAsync(bytes)).result,
  };
}
