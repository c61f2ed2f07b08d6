import { expose } from 'comlink';
import { TextReaders } from '../src/engine/service/text-readers.ts';

// Doorway to the readers of long plain texts: light, as several start at once.
expose(new TextReaders());
