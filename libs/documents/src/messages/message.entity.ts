import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('notifications')
export class Notification {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'person_id' }) personId!: string
  @Column('text') kind!: string
  @Column('jsonb') params!: Record<string, unknown>
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt!: Date | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

@Entity('notification_preferences')
export class NotificationPreferenceEntry {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string
  @PrimaryColumn('text') topic!: string
  @Column('boolean') mail!: boolean
  @Column('boolean') sms!: boolean
}

/** A mail or SMS on its way. Its parameters are forgotten once it is sent. */
@Entity('outgoing_messages')
export class OutgoingMessage {
  @PrimaryColumn('uuid') id!: string
  @Column('text') channel!: 'mail' | 'sms'
  @Column('text') recipient!: string
  @Column('text') locale!: string
  @Column('text') kind!: string
  @Column('jsonb', { nullable: true }) params!: Record<string, unknown> | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null
  @Column('text', { nullable: true }) failure!: string | null
}

@Entity('mailbox_messages')
export class MailboxEntry {
  @PrimaryColumn('uuid') id!: string
  @Column('text') channel!: 'mail' | 'sms'
  @Column('text') recipient!: string
  @Column('text', { nullable: true }) subject!: string | null
  @Column('text') body!: string
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}
