# Templates: reports under an organisation's own name.
template-colour = “{ $value }” is no colour.
template-colour-hint = write it as # and six hexadecimal digits, for example { $example }
template-pale = The colour “{ $value }” cannot be read on white paper.
template-pale-hint = take a darker one: its contrast with white must be 4.5 at least
template-no-logo = The logo { $file } cannot be read: { $cause }.
template-large-logo = The logo { $file } is larger than { $most } KiB.
template-other-logo = The logo { $file } is neither SVG nor PNG.
template-broken = The template { $path } cannot be used.
template-hint = the keys of a template are explained in docs/report-template.md
template-only-pages = A template is only for html, pdf and md, not for { $format }.
cli-arg-template = Print with the name, logo, colour and texts of this file; without it, template.toml in the configuration folder
