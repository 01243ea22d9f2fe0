"""The drawing of the plan: a painter over arrays, gestures as objects, edits as pure functions.

`view.CanvasView` is the widget. What stands where is a `scene.Scene` (arrays made from a plan),
what part of it is seen a `camera.Camera`; `painter` draws one through the other, on screen and on
paper alike. A gesture (`tools`) previews locally and makes exactly one edit when it ends.
"""
