import { Controller } from '@nestjs/common'
import { addressBookRoutes } from '@weibao/contracts/address-book'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { AddressBook } from './address-book.service.js'

type Of<K extends keyof typeof addressBookRoutes> = InputOf<(typeof addressBookRoutes)[K]>

@Controller()
export class AddressBookController {
  constructor(private readonly addresses: AddressBook) {}

  @Serve(addressBookRoutes.list)
  list(@CurrentActor() actor: Actor) {
    return this.addresses.list(actor)
  }

  @Serve(addressBookRoutes.keep)
  keep(@CurrentActor() actor: Actor, @Input() { body }: Of<'keep'>) {
    return this.addresses.keep(actor, body)
  }

  @Serve(addressBookRoutes.change)
  change(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'change'>) {
    return this.addresses.change(actor, params.id, body)
  }

  @Serve(addressBookRoutes.remove)
  remove(@CurrentActor() actor: Actor, @Input() { params }: Of<'remove'>) {
    return this.addresses.remove(actor, params.id)
  }
}
