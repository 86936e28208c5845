import { idParamsSchema } from './basics.js'
import { route } from './route.js'

export const fileRoutes = {
  download: route({
    method: 'GET',
    path: '/files/:id',
    summary: 'Downloads a file that its purpose lets the caller read',
    access: 'signed-in',
    params: idParamsSchema,
    produces: 'file',
    problems: ['object.not-found'],
  }),
}
