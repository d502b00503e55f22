"""Golden values for Template.  python golden_templates.py > ../resources/dev/touchstone/suites/templates.json
Written with Python 3.11.7, Jinja2 3.1.6.  The environment is that of lm-evaluation-harness 0.4.13 (lm_eval/utils.py)."""
import json
import sys

import jinja2

ENV = jinja2.Environment(loader=None, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
ENV.filters["strip"] = lambda s: s.strip()
ENV.filters["lstrip"] = lambda s: s.lstrip()
ENV.filters["rstrip"] = lambda s: s.rstrip()
SPACE = "".join(chr(c) for c in range(0x110000) if chr(c).isspace())
V = {
    "q": "  What is\n 'it'?\t", "a": "A", "n": 12, "big": 12345678901, "yes": True, "no": False, "blank": "",
    "evil": "{{ a }} {% if x %} {# c #} {{", "quote": "'quoted'", "dquote": "\"x\\ny\"", "html": "<b>&\"'", "spaces": SPACE + "x" + SPACE,
    "chars": ["w", "x", "y"], "subject": {"id": "law", "localTitle": "法学"}, "crlf": "one\r\ntwo", "emoji": "\U0001F600 ", "back": "a\\nb\\",
    "digits": "0012", "tex": "\\frac{1}{2} ${{x}}$", "num": 0,
}
TEMPLATES = [
    "", "\n", "text", "text\n", "text\n\n", "{{ a }}\n", "{{a}}", "\n{{ a }}\n\n", " {{ a }} ", "{{ q }}", "{{ q.strip() }}|", "{{q.strip()}}\nA. {{chars[0]}}\n",
    "{{ q | strip }}|", "{{ q|trim }}|", "{{ q.lstrip() }}|", "{{ q | lstrip }}|", "{{ q | rstrip }}|", "{{ q.rstrip() }}|", "{{ spaces | strip }}", "{{ spaces.strip() }}",
    "{{ spaces | lstrip }}", "{{ spaces|rstrip }}", "{{ spaces }}", "{{ n }}", "{{ big }}", "{{ yes }} {{ no }}", "{{ blank }}|", "{{ evil }}", "{{ evil | strip }}", "{{ quote }}",
    "{{ quote | strip }}", "{{ dquote }}", "{{ html }}", "{{ crlf }}", "{{ emoji }}|", "{{ back }}", "{{ digits }}", "{{ tex }}", "{{ subject.id }}", "{{ subject['id'] }}",
    "以下是中国关于{{ subject.localTitle }}的单项选择题，请选出其中的正确答案。\n\n", "答案：", "{{ subject.id | replace('_', ' ') }}", "{{ 'a_b_c' | replace('_', ' ') }}",
    "{{ chars[-1] }}{{ chars[1] }}", "{% for c in chars %}{{ c }},{% endfor %}", "{% for c in chars %}\n{{ loop.index }}. {{ c }}\n{% endfor %}", "{% for c in chars -%}\n  {{ c }}\n{%- endfor %}|",
    "{% for c in chars %}{{ loop.index0 }}{% if not loop.last %}, {% endif %}{% endfor %}", "{% if yes %}\nx\n{% endif %}\n", "{%- if no -%} x {%- else -%} y {%- endif -%} \n z", "{% if a == 'A' %}1{% elif a == 'B' %}2{% else %}3{% endif %}",
    "{% if a == 'B' %}1{% elif a == 'A' %}2{% else %}3{% endif %}", "{{ 'x' if yes else 'y' }}", "{{ 'x' if n == 13 else 'y' }}", "{{ 'x' if a in chars else 'z' }}", "{{ a ~ n }}", "{{ a + 'b' }}", "{{ n + 1 }}", "{{ n * 2 - 3 }}",
    "a {# comment #} b", "a {#- comment -#} b", "{#\n{{ missing }}\n#}x", "{% raw %}{{ a }}{% endraw %}", "{% set x = 'v' %}{{ x }}", "{% set x = q.strip() %}\n{{ x }}\n", "{{ 'it\\'s' }}", '{{ "it\'s" }}', "{{ 'a\\nb' }}", "{{ '\\\\' }}", "C:\\new\\{{ a }}", "\\{{ a }}",
    "{ {{ a }} }", "{}{{ a }}{}", "a } } b %} c #} {{ a }}", "${{ a }}$", "50 % {{ a }} #1", "{", "}}", "{ {", "%}", "it's {{ a }} isn't \"it\"", "don't {% if yes %}won't{% endif %} can't",
    "{{ missing is defined }}", "{{ a is defined }}", "{{ missing | default('d') }}", "{{ a | default('d') }}", "{{ blank | default('d') }}|", "{% if missing is defined %}x{% else %}y{% endif %}",
    "{{ missing is undefined }}", "{{ subject.missing is defined }}", "{{ missing }}", "{{ subject.missing }}", "{{ subject.missing ~ 'x' }}", "{{ missing ~ 'x' }}", "{{ missing | strip }}", "{{ missing.strip() }}", "{% if missing %}x{% endif %}",
    "{% for c in missing %}x{% endfor %}", "{{ missing == 'x' }}", "{{ missing.x }}", "{{ chars[7] }}", "{{ a.foo }}", "{% if not missing %}x{% endif %}", "{{ 'x' if missing else 'y' }}", "{{ missing + 'x' }}", "{{ a + missing }}", "{{ missing | replace('a', 'b') }}", "{{ missing | join(',') }}", "{{ missing | length }}",
    "{{ a | nosuchfilter }}", "{% if a %}", "{% endif %}", "{{ a", "{% for c in chars %}", "{{ a b }}", "{{ (a }}", "{% nosuchtag %}", "{# open", "{{ }}", "{% if %}x{% endif %}", "{% include 'x' %}", "{% import 'x' as y %}", "{% extends 'x' %}", "{{ a.nosuch() }}", "{{ nosuch() }}",
    "{{ chars | join(', ') }}", "{{ chars | length }}", "{{ a | length }}", "{% if num %}x{% else %}y{% endif %}", "{% if blank %}x{% else %}y{% endif %}", "{% if a and not blank %}x{% endif %}", "{{ n > 3 }}", "{{ n > 3 and a == 'A' }}",
    "{% if yes %}x{% endif %}\n\n{% if no %}y{% endif %}\n", "\t{{ a }}\t\n", "  {% if yes %}  x  {% endif %}  \n", "{{- a -}}  x", "x  {{- a }}", "x\n{{- a -}}\n y", "{{ a }}{{ a }}\n{{ a }}", "A. {{ chars[0] }}\r\nB. {{ chars[1] }}\r", "a\r\nb\rc\n", "é ü 中 {{ emoji }}",
]


def expected(source):
    try:
        return {"expected": ENV.from_string(source).render(V)}
    except (jinja2.TemplateError, TypeError, RuntimeError) as error:
        return {"error": type(error).__name__}


json.dump({"origin": f"golden_templates.py, Jinja2 {jinja2.__version__}", "variables": V,
           "cases": [dict(template=t, **expected(t)) for t in TEMPLATES],
           "whitespace": [c for c in range(0x110000) if chr(c).isspace()]}, sys.stdout, ensure_ascii=True, indent=1)
