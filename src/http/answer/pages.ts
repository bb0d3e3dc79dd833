import type { FastifyReply, FastifyRequest } from 'fastify'
import { forms, quality } from '../ask/representations.ts'
import { weighted } from '../ask/weighted.ts'
import { htmlPolicy } from './html-policy.ts'

/** Whether somebody reads with a browser: it ranks pages above JSON. */
export function prefersPages({ headers: { accept } }: FastifyRequest): boolean {
  const wishes = weighted(accept ?? '')
  return quality(forms.html, wishes) > quality(forms.json, wishes)
}

export const sendPage = (reply: FastifyReply, page: string): FastifyReply =>
  reply.headers({ 'content-type': forms.html.type, 'content-security-policy': htmlPolicy }).send(page)
