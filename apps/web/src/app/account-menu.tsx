import type { Me } from '@stegvis/core/people/me.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../locales/app-texts.tsx'
import { IconButton } from '../ui/button.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { type Appearance, chooseAppearance, useAppearance } from './appearance.ts'
import { signOut } from './session.ts'

const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark']

export function AccountMenu({ me }: { me: Me }) {
  const { shell } = useTexts()
  const queryClient = useQueryClient()
  const appearance = useAppearance()
  const entries: MenuEntry[] = [
    { id: 'account', label: shell.account, description: me.email, href: '/account' },
    ...(me.programmes.length > 1 ? [{ id: 'programmes', label: shell.switchProgramme, href: '/welcome' }] : []),
    ...(me.administrator ? [{ id: 'admin', label: shell.navigation.administration, href: '/admin/programmes' }] : []),
    'separator',
    {
      id: 'appearance',
      label: shell.appearance,
      chosen: appearance,
      options: APPEARANCES.map((id) => ({ id, label: shell.appearances[id] })),
      onChoose: (id) => chooseAppearance(id as Appearance),
    },
    'separator',
    { id: 'sign-out', label: shell.signOut, onAction: () => void signOut(queryClient) },
  ]
  return (
    <Menu label={shell.accountMenu({ name: me.name })} entries={entries}>
      <IconButton icon="person" label={shell.accountMenu({ name: me.name })} />
    </Menu>
  )
}
