// Runs before the app, in whatever browser there is: old syntax only, and no module.
;(function () {
  var firefox = /Firefox\/(\d+)/.exec(navigator.userAgent)
  var supported =
    'noModule' in document.createElement('script') &&
    typeof structuredClone === 'function' &&
    typeof AbortSignal === 'function' &&
    'throwIfAborted' in AbortSignal.prototype &&
    typeof indexedDB !== 'undefined' &&
    (!firefox || Number(firefox[1]) >= 115)
  if (supported) return

  document.addEventListener('DOMContentLoaded', function () {
    var notice = document.createElement('p')
    notice.setAttribute('role', 'alert')
    notice.appendChild(
      document.createTextNode(
        '浏览器版本过低，无法运行“勾稽”。请使用 Chrome / Edge / 360 等 Chromium 100 及以上内核的浏览器、Firefox 115 及以上或 Safari 15.4 及以上。',
      ),
    )
    notice.appendChild(document.createElement('br'))
    notice.appendChild(
      document.createTextNode(
        'This browser is too old for Gouji. Please use a browser based on Chromium 100 or later, Firefox 115 or later, or Safari 15.4 or later.',
      ),
    )
    document.body.insertBefore(notice, document.body.firstChild)
  })
})()
