"""Style and script of the HTML page; fixed texts, into which nothing of a plan is put."""

from __future__ import annotations

STYLE = """
body{font:15px/1.45 system-ui,sans-serif;margin:0;color:#1b2733;background:#fff}
header{padding:12px 20px;background:#eef3f8;border-bottom:1px solid #c9d6e2;
position:sticky;top:0;z-index:1}
h1{font-size:20px;margin:0}header p{margin:2px 0}label{margin-right:16px}
main{padding:0 20px 40px;max-width:1200px;margin:auto}
#map{border:1px solid #c9d6e2;margin:16px 0;overflow:auto;max-height:70vh}
#map svg{width:100%;min-width:600px}
path{stroke:#8795a5;stroke-width:1.3;fill:none}path.soft{stroke-dasharray:5 4}
rect{fill:#fff;stroke:#5d7186;stroke-width:1.2}svg text{font-size:11px;text-anchor:middle}
article{border:1px solid #d7e0e9;border-radius:8px;padding:8px 14px;margin:10px 0;
scroll-margin-top:120px}
article:target{outline:3px solid #3273b8}h3,h4{margin:4px 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:6px 0}
dt{color:#55677a}dd{margin:0;white-space:pre-wrap}ul,ol{margin:2px 0 8px}
table{border-collapse:collapse}td,th{padding:3px 12px 3px 0;text-align:left;
border-bottom:1px solid #e2e9f0}
.down rect,span.down{fill:#f6b4ae;background:#f6b4ae}
.degraded rect,span.degraded{fill:#fadf9c;background:#fadf9c}
.risk rect,span.risk{fill:#cfe0f5;background:#cfe0f5}
article.down{border-left:8px solid #c8372d}article.degraded{border-left:8px solid #d99a1b}
article.risk{border-left:8px solid #3273b8}
[hidden]{display:none}@media print{header{position:static}#map{max-height:none}}
"""

SCRIPT = """
'use strict';
const all=(q)=>Array.from(document.querySelectorAll(q));
const search=document.getElementById('search');
search.addEventListener('input',()=>{
  const words=search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for(const one of all('article')){
    const text=one.textContent.toLowerCase();
    one.hidden=!words.every((word)=>text.includes(word));
  }
});
const choice=document.getElementById('scenario');
choice.addEventListener('change',()=>{
  const states=['down','degraded','risk'];
  for(const one of all('[data-s]'))one.classList.remove(...states);
  document.getElementById('key').hidden=choice.value==='';
  if(choice.value==='')return;
  const found=document.getElementById('x'+choice.value);
  for(const state of states){
    for(const number of found.dataset[state].split(' ').filter(Boolean)){
      for(const one of all('[data-s="'+number+'"]'))one.classList.add(state);
    }
  }
});
"""
