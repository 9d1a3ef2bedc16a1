import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createAppRouter } from './router'
import { whenUnpacked } from './state/openDatabases'
import { i18n } from './ui/i18n'
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import './ui/styles/controls.css'
import './ui/styles/print.css'

// Data that the page itself carries are there before anything asks for them.
void whenUnpacked().then(() => {
  createApp(App).use(createPinia()).use(i18n).use(createAppRouter()).mount('#app')
})
