"""Golden values for Template.  python golden_templates.py > ../resources/dev/touchstone/suites/templates.json
Written with Python 3.11.7, Jinja2 3.1.6.  The environment is that of lm-evaluation-harness 0.4.13 (lm_eval/utils.py)."""
import copy
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


DOC = {
    "q": "a b c d", "n": 2, "answer": "B", "label": 1, "digits": "3", "none_field": None, "yes": True, "f": 0.5, "tiny": 1e-07, "huge": 1.5e+20, "third": 0.1,
    "choices": {"label": ["A", "B", "C"], "text": ["one", "two's", "th\"r'ee"]}, "options": ["x", "y", "z"], "empty": [], "mod": "M", "div": "D", "eq": "E", "emoji": "a\U0001F600b", "zh": "中文字",
    "problems": [{"question": "q1", "options": ["a", "b"], "answer": "A"}, {"question": "q2", "options": ["c", "d"], "answer": "B"}], "items": "key", "d": {"values": "v", "x": {"y": [1, 2]}, "n": None},
    "mixed": [1, "a", None, True, 2.5, ["n"], {"k": "v"}], "long": "the quick (brown) fox. jumps", "cased": "hELLO wORLD it's ǆ ﬁn ßx", "nl": "one\ntwo\tthree\\", "nums": [3, 1, 2], "big": 2**53, "neg": -7,
    "ctrl": "a\x00b\x7f\xa0c\u200bd\u2028é\U000e0001", "blank": "", "zero": 0, "numbers": "1,2", "float_text": "3.7", "sub": "_x_y_",
}
TYPED = [
    "{{choices.text}}", "{{choices.label.index(answer)}}", "{{ [q, n] }}", "{{['A','B','C','D'].index(answer)}}", "{{ [q+'!', answer ~ n] }}", "{{ mixed }}", "{{ d }}", "{{ problems }}", "{{ f }} {{ tiny }} {{ huge }} {{ third }}", "{{ none_field }}",
    "{{ none_field is none }} {{ q is none }} {{ none_field is not none }}", "{% if none_field is not none %}x{% else %}y{% endif %}", "{{ ctrl }}", "{{ [ctrl] }}", "{{ [nl, blank] }}", "{{ {'a': 1, 2: 'b'} }}", "{{ (1, 'a') }}", "{{ (1,) }}", "{{ () }}", "{{ [] }} {{ {} }}",
    "{{ q.split(' ')[:-1]|join(' ') }}", "{{' '+q.split(' ')[-1]}}", "{{ q[2:] }}|{{ q[:-1] }}|{{ q[::-1] }}|{{ q[1:5:2] }}|{{ q[10:] }}|{{ q[-3:] }}", "{{ options[1:] }} {{ options[:-1] }} {{ options[::-1] }} {{ options[5:] }}", "{{ 'ABCD'[n] }}", "{{ 'ABCD'[-1] }}", "{{ emoji[1] }}{{ emoji|length }}{{ zh[1:] }}", "{{ ['a','b','c'][n] }}",
    "{{ ['a','b','c'][n-1] if n is defined else answer }}", "{{ {'x': 1, 'B': 2}[answer] }}", "{{ 'a' if n == 1 else 'b' if n == 2 else 'c' }}", "{{ 0 if label == 0 else 1 }}", "{{ 0 if label == '1' else 1 }}", "{{ n == '2' }}", "{{ label == true }} {{ 1 == 1.0 }} {{ '1' == 1 }}",
    "{{ -n }}", "{{- n }}", "{{ - n }}", "{{ n // 2 }} {{ neg // 2 }} {{ neg % 3 }} {{ n ** 10 }} {{ n / 4 }} {{ neg / 2 }} {{ n * f }} {{ 7 - 2 - 1 }} {{ 2 * 3 + 1 }} {{ 2 + 3 * 4 }} {{ (2 + 3) * 4 }} {{ -2 ** 2 }} {{ 2 ** 3 ** 2 }}", "{{ 1 ~ 2 + 3 }}", "{{ 'x' * 3 }}", "{{ options + ['w'] }}", "{{ q + n }}", "{{ n + q }}", "{{ n - 'a' }}", "{{ digits - 1 }}", "{{ n / 0 }}", "{{ n % 0 }}", "{{ n // 0 }}",
    "{{ digits|int - 1 }}", "{{ (digits|int) - 1 }}", "{{ float_text|int }} {{ q|int }} {{ q|int(7) }} {{ yes|int }} {{ f|int }}", "{{ 'ABCD'[digits|int - 1] if digits|string in '1234' else digits }}", "{{ n|string + 'x' }}", "{{ options|list }}", "{{ q|list }}", "{{ mod }}{{ div }}{{ eq }}{{ empty }}",
    "{% for p in problems %}{{ p.question }}: {{ p.options[loop.index0] }}{% if not loop.last %}; {% endif %}{% endfor %}", "{% for i in range(options|length) %}{{ i }}{{ options[i] }}{% endfor %}", "{% for i in range(1, 7, 2) %}{{ i }}{% endfor %}{% for i in range(3, 0, -1) %}{{ i }}{% endfor %}", "{% for a, b in d.x.items() %}{{ a }}{{ b }}{% endfor %}", "{% for k in d %}{{ k }}{% endfor %}", "{% for c in q %}{{ c }}.{% endfor %}", "{% for x in empty %}a{% else %}b{% endfor %}", "{% for x in options if x != 'y' %}{{ loop.index }}{{ x }}{% endfor %}", "{% for x in none_field %}{% endfor %}", "{% for x in n %}{% endfor %}",
    "{% set x = 1 %}{% for i in options %}{% set x = 2 %}{{ x }}{% endfor %}{{ x }}", "{% set a, b = (1, 2) %}{{ a }}{{ b }}", "{% if yes %}{% set z = 5 %}{% endif %}{{ z }}", "{% for i in options %}{{ loop.length }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{% endfor %}", "{% for i in options %}{% for j in nums %}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}",
    "{{ q.upper() }} {{ 'ABC'.lower() }} {{ cased.capitalize() }} {{ cased.title() }} {{ cased|title }} {{ cased|capitalize }} {{ cased|upper }} {{ cased|lower }}", "{{ q.replace(' ', '_') }}", "{{ q.replace('a', 'b') if 'a' in q else q }}", "{{ sub.replace('_', option) if '_' in sub else sub }}", "{{ q.startswith('a b') }} {{ q.endswith('x') }}", "{{ q.find('c') }} {{ q.find('z') }} {{ q.index('c') }} {{ emoji.index('b') }}", "{{ q.index('z') }}", "{{ q.count(' ') }} {{ options.count('x') }}", "{{ '-'.join(options) }}", "{{ ','.join(nums) }}",
    "{{ q.split() }} {{ q.split(' ', 1) }} {{ nl.split() }} {{ blank.split() }} {{ blank.split(' ') }} {{ numbers.split(',')[1] }}", "{{ q.strip('ad') }}|{{ q.lstrip('a ') }}|{{ q.rstrip('d') }}|{{ sub.strip('_') }}", "{{ long.split('(')[1].split(')')[0] }}", "{{ q.removeprefix('a ') }}{{ q.removesuffix('d') }}",
    "{{ d.get('x') }} {{ d.get('none') }} {{ d.get('none', 3) }} {{ d.keys()|list }} {{ d['values'] }}", "{{ d.x.y[1] }} {{ d['x']['y'][0] }}", "{{ items }}", "{{ d.missing }}", "{{ d['missing'] }}", "{{ options['x'] }}", "{{ q.foo }}", "{{ n.foo }}", "{{ none_field.x }}",
    "{{ options|first }}{{ options|last }}{{ q|first }}", "{{ nums|max }}{{ nums|min }}{{ nums|sum }}", "{{ options|reverse|list }}{{ q|reverse }}", "{{ options|map('upper')|list }} {{ options|map('upper')|join }}", "{{ problems|map(attribute='question')|list }} {{ problems|map(attribute='answer')|join(', ') }}", "{{ problems|join(', ', attribute='question') }}", "{{ nums|join('-') }}", "{{ options|join }}", "{{ q|replace('a', 'b')|upper }}", "{{ n|replace(2, 3) }}", "{{ q|length }}{{ d|length }}{{ options|count }}", "{{ n|length }}",
    "{{ none_field|default('x') }} {{ none_field|default('x', true) }} {{ blank|d('y', true) }} {{ missing|d(1) }} {{ missing|default }}|", "{{ missing.x|default('z') }}", "{{ d.missing|default('z') }}", "{{ q|trim }} {{ q|trim('a') }}", "{{ q is string }} {{ n is number }} {{ n is integer }} {{ f is float }} {{ yes is boolean }} {{ d is mapping }} {{ options is sequence }} {{ n is odd }} {{ n is even }} {{ n is divisibleby 2 }} {{ n is divisibleby(3) }} {{ q is eq('a') }} {{ 'x' is in options }} {{ yes is true }}", "{{ q is nosuchtest }}", "{{ missing is string }}",
    "{{ 1 < n < 3 }} {{ 1 < n > 5 }} {{ 'a' < 'b' }} {{ n >= 2 }} {{ n != 3 }} {{ n not in [1, 3] }} {{ not yes }} {{ not (n in [2]) }}", "{{ q < n }}", "{{ nums < [3, 2] }}", "{{ blank or 'x' }} {{ q and n }} {{ zero or blank or none_field }} {{ yes and empty }}", "{{ 'a' in n }}", "{{ 1 in q }}", "{{ [1, 0].index(label) }}", "{{ options.index('w') }}", "{{ mixed.index(true) }} {{ mixed.index(2.5) }}",
    "{{ 'a' 'b' }}", "{{ 'it\\'s' }} {{ \"a\\\"b\" }} {{ 'a\\tb\\n' }} {{ '\\u4e2d\\x41\\101\\q' }}", "{{ 1_000 }} {{ 1e3 }} {{ 1.50 }} {{ 0.1 + 0.2 }} {{ 1e16 }} {{ 123456789012345680.0 }} {{ 1e22 }} {{ 5e-324 }}", "{{ {'a': {'b': 1}}['a']['b'] }}", "{{ {'a': 1}.a }}", "{{ '}}' }} {{ '%}' }}", "{% if '%}' %}x{% endif %}", "{{ [1, 2, 3,] }} {{ {'a': 1,} }}", "{{ true }} {{ True }} {{ false }} {{ none }} {{ None }}", "{{ yes == True }} {{ none_field == none }} {{ none_field == false }}", "{{ n if yes }}", "{{ n if not yes }}",
    "{{ options.0 }}", "{{ nums[n - 1] }}", "{{ nums[true] }}", "{{ nums[1.0] }}", "{{ nums['1'] }}", "{{ q[digits] }}", "{{ big + 1 }}", "{{ choices.label[choices.text|length - 1] }}", "{{ [q, [q]] }}", "{{ q % n }}",
    "{%- set prompt = 'a\n\nb' -%}\n{{ prompt + '\n\nQ: ' + q }}", "{% for x in options -%}\n {{ x }}\n{%- endfor %}", "a\n  {%- if yes %}\n b {% endif -%}\n c", "{{ q }}\n\n{#- c -#}\n\n{{ n }}", "{%+ if yes %}x{% endif +%} y", "{% raw -%} {{ a }} {%- endraw %}|", "{{ q|upper|lower|title|length + 1 }}", "{{ (options|length) > 2 and n < 3 }}", "{{ options[n] if options|length > n else 'none' }}", "{{ options | length > 2 }}", "{{ not none_field }}", "{{ -f }} {{ +n }} {{ - - n }}", "{{ n|abs }}",
]


# Python renders these; here they are refused, by name
REFUSED = ["{{ options.append('q') }}", "{{ big * big }}", "{{ [missing] | length }}", "{{ 'x %s' % q }}", "{{ cycler }}", "{{ dict(a=1) }}", "{{ namespace(a=1).a }}", "{{ options|random }}", "{{ d|tojson }}",
           "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1) }}", "{% set x %}y{% endset %}{{ x }}", "{{ q.replace('a', 'b', 1) }}", "{{ 7.5 // 2 }}", "{{ q.zfill(9) }}"]


def expected(source, variables):
    try:
        return {"expected": ENV.from_string(source).render(variables)}
    except Exception as error:
        return {"error": type(error).__name__}


json.dump({"origin": f"golden_templates.py, Jinja2 {jinja2.__version__}", "variables": V,
           "cases": [dict(template=t, **expected(t, V)) for t in TEMPLATES],
           "typed": {"variables": DOC, "cases": [dict(template=t, **expected(t, DOC)) for t in TYPED],
                     "refused": [dict(template=t, **expected(t, copy.deepcopy(DOC))) for t in REFUSED]},
           "whitespace": [c for c in range(0x110000) if chr(c).isspace()]}, sys.stdout, ensure_ascii=True, indent=1)
