"""Golden values for ChatTemplate.  python golden_chats.py [MODEL.gguf] > ../resources/dev/touchstone/suites/chats.json
Written with Python 3.11, transformers 4.57.6, Jinja2 3.1.6 (pip install transformers==4.57.6 jinja2==3.1.6 gguf): what apply_chat_template calls.
The templates are written for this test, in the ways of well-known ones. Of the model's own template only digests of the texts are kept."""
import hashlib
import json
import sys

from transformers.utils.chat_template_utils import render_jinja_template

CHATML = "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\nBe brief.<|im_end|>\n' }}{% endif %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
LINES = """{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content'] | trim + '\n\n' %}
    {%- set loop_messages = messages[1:] %}
{%- else %}
    {%- set system_message = '' %}
    {%- set loop_messages = messages %}
{%- endif %}
{{- bos_token }}
{%- for message in loop_messages %}
    {%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}
        {{- raise_exception('roles must alternate') }}
    {%- endif %}
    {%- if message['role'] == 'user' %}
        {%- if loop.first %}
            {{- '[INST] ' + system_message + message['content'] + ' [/INST]' }}
        {%- else %}
            {{- '[INST] ' + message['content'] + ' [/INST]' }}
        {%- endif %}
    {%- elif message['role'] == 'assistant' %}
        {{- ' ' + message['content'] | trim + eos_token }}
    {%- endif %}
{%- endfor %}
"""
BLOCKS = """{# a comment of its own line #}
{% if tools is not none and tools %}
{{ tools | tojson(indent=4) }}
{% endif %}
  {% for message in messages %}
    {% if message.role == 'user' %}
<|user|>
{{ message.content }}{{ eos_token }}
    {% elif message.role == 'system' %}
<|system|>
{{ message.content }}{{ eos_token }}
    {% else %}
<|assistant|>
{% generation %}{{ message.content }}{{ eos_token }}{% endgeneration %}

    {% endif %}
    {% if loop.last and add_generation_prompt %}
<|assistant|>
    {% endif %}
  {% endfor %}
"""
NAMESPACE = """{% if not add_generation_prompt is defined %}{% set add_generation_prompt = false %}{% endif %}{% set ns = namespace(is_first=false, system_prompt='', count=0) %}{%- for message in messages %}{%- if message['role'] == 'system' %}{% set ns.system_prompt = message['content'] %}{%- endif %}{%- endfor %}{{ bos_token }}{{ ns.system_prompt }}{%- for message in messages %}{%- if message['role'] == 'user' %}{%- set ns.is_first = true -%}{% set ns.count = ns.count + 1 %}{{'<|User' ~ ns.count ~ '|>' + message['content']}}{%- endif %}{%- if message['role'] == 'assistant' and message['content'] is not none %}{% set content = message['content'] %}{% if '</think>' in content %}{% set content = content.split('</think>')[-1].lstrip('\n') %}{% endif %}{{'<|Assistant|>' + content + eos_token}}{%- endif %}{%- endfor -%}{% if add_generation_prompt %}{{'<|Assistant|>'}}{% endif %}"""
NO_SYSTEM = "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}{% for message in messages %}{% if (message['role'] == 'assistant') %}{% set role = 'model' %}{% else %}{% set role = message['role'] %}{% endif %}{{ '<start_of_turn>' + role + '\n' + message['content'] | trim + '<end_of_turn>\n' }}{% endfor %}{% if add_generation_prompt %}{{'<start_of_turn>model\n'}}{% endif %}"
HEADERS = """{{- bos_token }}
{%- if custom_tools is defined %}
    {%- set tools = custom_tools %}
{%- endif %}
{%- if not tools is defined %}
    {%- set tools = none %}
{%- endif %}
{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content']|trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set system_message = "" %}
{%- endif %}
{{- "<|start_header_id|>system<|end_header_id|>\n\n" }}
{%- if tools is not none %}
    {{- "Environment: ipython\n" }}
    {%- for t in tools %}{{- t | tojson(indent=4) }}{%- endfor %}
{%- endif %}
{{- "Cutting Knowledge Date: December 2023\n\n" }}
{{- system_message }}
{{- "<|eot_id|>" }}
{%- for message in messages %}
    {%- if not (message.role == 'ipython' or message.role == 'tool' or 'tool_calls' in message) %}
        {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\n\n'+ message['content'] | trim + '<|eot_id|>' }}
    {%- elif 'tool_calls' in message %}
        {%- set tool_call = message.tool_calls[0].function %}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|start_header_id|>assistant<|end_header_id|>\n\n' }}
{%- endif %}
"""
MACRO = """{%- macro turn(role, text, close=true) -%}
    <{{ role }}>{{ text }}{% if close %}</{{ role }}>{% endif %}
{%- endmacro -%}
{%- set greeting %}Hello,
world{% endset -%}
{{ greeting }}
{% for message in messages -%}
    {%- if message.role == 'system' %}{% continue %}{% endif -%}
    {{ turn(message.role, message.content) }}
    {%- if loop.index == 3 %}{% break %}{% endif %}
    {%- if loop.nextitem is defined and loop.nextitem.role == 'assistant' %}->{% endif %}
{% endfor -%}
{%- if add_generation_prompt %}{{ turn('assistant', '', close=false) }}{% endif %}"""
UNDEFINED = "{{ enable_thinking }}[{% if enable_thinking is defined and enable_thinking is false %}x{% else %}y{% endif %}]{% if date_string %}d{% endif %}{% for x in nothing %}x{% endfor %}{{ nothing | default('z') }}{{ messages[0].name }}{{ messages[0].name == 'x' }}{{ messages[0].name != '' }}{{ 'a' ~ nothing }}{{ messages | length }}"
PLUS = "  {%+ if true %}a{% endif +%}\n\t{% if true %}\nb{% endif %}\n{# c #}\nd\n  {%- if true -%}  \n e{%- endif %}  \n{% raw %}{{ x }}{% endraw %}\n\n"
TEMPLATES = {"chatml": CHATML, "lines": LINES, "blocks": BLOCKS, "namespace": NAMESPACE, "no-system": NO_SYSTEM, "headers": HEADERS, "macro": MACRO, "undefined": UNDEFINED, "plus": PLUS,
             "tool call": "{{ messages[0].content | fromjson }}", "unclosed": "{% for m in messages %}", "blocks crlf": BLOCKS.replace("\n", "\r\n")}
U, A, S = (lambda t: {"role": "user", "content": t}), (lambda t: {"role": "assistant", "content": t}), (lambda t: {"role": "system", "content": t})
CHATS = {
    "question": [U("What is 2+2?\nAnswer:")],
    "system": [S("The following are questions.\n\n"), U(" Which?\nA. x\nB. y\nAnswer:")],
    "shots": [S("以下是题目。\n\n"), U("q1\n答案："), A("A"), U("q2\n答案："), A("<think>\nhm\n</think>\n\nB"), U("q3 {{ bos_token }} {% x %}\n答案：")],
    "out of order": [U("a"), U("b")],
}
MARKS = {"bos_token": "<s>", "eos_token": "</s>"}


def render(template, chat, marks):
    try:
        return {"text": render_jinja_template(conversations=[chat], chat_template=template, add_generation_prompt=True, **marks)[0][0]}
    except Exception as e:
        return {"error": str(e)}


def cases(template, marks):
    return [{"chat": name, **render(template, chat, marks)} for name, chat in CHATS.items()]


out = {"origin": "golden_chats.py, transformers 4.57.6, Jinja2 3.1.6", "marks": MARKS, "chats": CHATS,
       "templates": [{"name": n, "template": t, "cases": cases(t, MARKS)} for n, t in TEMPLATES.items()]}
if len(sys.argv) > 1:
    from gguf import GGUFReader
    reader = GGUFReader(sys.argv[1])
    field = reader.fields["tokenizer.chat_template"]
    template = bytes(field.parts[field.data[0]]).decode()
    found = cases(template, {"bos_token": "<|im_start|>", "eos_token": "<|im_end|>"})
    out["model"] = [{"chat": c["chat"], "sha256": hashlib.sha256(c["text"].encode()).hexdigest()} for c in found]
json.dump(out, sys.stdout, ensure_ascii=False, indent=1)
print()
