{{/* The image of a part: its name, and its digest, or its tag, or the chart's version. */}}
{{- define "clarion.image" -}}
{{- $image := index (index . 0).Values.images (index . 1) -}}
{{- if $image.digest -}}
{{ $image.name }}@{{ $image.digest }}
{{- else -}}
{{ $image.name }}:{{ $image.tag | default (index . 0).Chart.AppVersion }}
{{- end -}}
{{- end -}}
