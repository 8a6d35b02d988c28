// A person with a post and a number to tap. The number is always readable, so that it can be dialled from another phone.

import { IconButton } from './button.tsx'

export interface PersonRowProps {
  /** 县实施办公室·陆知远 */
  title: string
  /** Before the number: 值班. */
  note?: string | undefined
  /** As shown: 199-0000-0101. Without it the row only names. */
  phone?: string | undefined
  /** 打电话给县实施办公室 陆知远 */
  callName: string
  onCall?: (() => void) | undefined
}

/** Stands in a list of class `card rows` (`Rows`). */
export function PersonRow({ title, note, phone, callName, onCall }: PersonRowProps) {
  return (
    <li className="person">
      <span className="person__body">
        <span className="person__title">{title}</span>
        <span className="person__note">
          {note}
          {note && phone && ' '}
          {phone}
        </span>
      </span>
      {phone && (
        <IconButton
          icon="phone"
          name={callName}
          href={`tel:${phone.replace(/[^\d+]/g, '')}`}
          onPress={onCall}
        />
      )}
    </li>
  )
}
