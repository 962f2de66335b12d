import type { Language } from '@stegvis/core/kernel/text.ts'

const sv = {
  title: 'Stöd att registrera',
  fileName: { register: 'stodregister', public: 'stodregister-offentligt' },
}

const en: typeof sv = {
  title: 'Aid to register',
  fileName: { register: 'aid-register', public: 'aid-register-public' },
}

export const AID_REGISTER_SHEET: Record<Language, typeof sv> = { sv, en }
