import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createAppRouter } from './router'
import { i18n } from './ui/i18n'
import { watchRouteFocus } from './ui/routeFocus'
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import './ui/styles/controls.css'
import './ui/styles/print.css'

const router = createAppRouter()
watchRouteFocus(router)
createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
