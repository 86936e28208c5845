import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leanRouter } from './lean-router.js'

const api = process.env['WEIBAO_API'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), tailwindcss(), leanRouter()],
  resolve: { conditions: ['@weibao/source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': api, '/pictures': api } },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
