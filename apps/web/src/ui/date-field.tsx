import { type CalendarDate, parseDate } from '@internationalized/date'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid, CalendarHeading } from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker as AriaDatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Popover } from 'react-aria-components/Popover'
import { useSharedTexts } from '../locales/texts.tsx'
import calendarStyles from './calendar.module.css'
import { cx } from './cx.ts'
import fieldStyles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage, type FieldProps, invalid } from './field.tsx'
import { Icon } from './icon.tsx'
import popoverStyles from './popover.module.css'

type DateFieldProps = FieldProps & {
  value: PlainDate | null
  onChange: (day: PlainDate | null) => void
  onBlur?: () => void
  min?: PlainDate
  max?: PlainDate
  name?: string
  isDisabled?: boolean
  isRequired?: boolean
}

const toCalendar = (day: PlainDate): CalendarDate => parseDate(day)

/** A calendar day, typed as `2026-11-23` or picked. Weeks start on Monday. */
export function DateField(props: DateFieldProps) {
  const { label, hint, error, optional, status, value, onChange, min, max, ...rest } = props
  const { ui } = useSharedTexts()
  return (
    <AriaDatePicker
      {...rest}
      {...invalid(error)}
      {...(min ? { minValue: toCalendar(min) } : {})}
      {...(max ? { maxValue: toCalendar(max) } : {})}
      value={value === null ? null : toCalendar(value)}
      onChange={(day) => onChange(day === null ? null : PlainDate.parse(day.toString()))}
      shouldForceLeadingZeros
      className={fieldStyles.field!}
    >
      <FieldLabel {...{ label, status }} optional={optional ?? false} />
      <FieldHint>{hint}</FieldHint>
      <Group className={cx(fieldStyles.box, fieldStyles.short)}>
        <DateInput className={fieldStyles.segments!}>
          {(segment) => <DateSegment segment={segment} className={fieldStyles.segment!} />}
        </DateInput>
        <Button className={fieldStyles.inside!} aria-label={ui.date.openCalendar}>
          <Icon name="calendar" />
        </Button>
      </Group>
      <FieldMessage error={error} />
      <Popover className={popoverStyles.popover!}>
        <Dialog className={calendarStyles.dialog!} aria-label={label}>
          <Month />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}

function Month() {
  const { ui } = useSharedTexts()
  return (
    <Calendar>
      <header className={calendarStyles.header}>
        <Button slot="previous" className={fieldStyles.inside!} aria-label={ui.date.previousMonth}>
          <Icon name="arrow-left" />
        </Button>
        <CalendarHeading className={calendarStyles.heading!} />
        <Button slot="next" className={fieldStyles.inside!} aria-label={ui.date.nextMonth}>
          <Icon name="arrow-right" />
        </Button>
      </header>
      <CalendarGrid className={calendarStyles.grid!} weekdayStyle="short">
        {(date) => <CalendarCell date={date} className={calendarStyles.cell!} />}
      </CalendarGrid>
    </Calendar>
  )
}
