import { declaration, signing } from './aid-declaration.ts'
import { gate } from './aid-gate.ts'
import { ledger } from './aid-ledger.ts'
import { rules } from './aid-rules.ts'
import { support } from './aid-support.ts'

/** De minimis aid to companies: the gate before advice, the ledger, support, declarations and the rules. */
export const stateAid = { gate, ledger, support, declaration, signing, rules }
