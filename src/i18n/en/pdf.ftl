# The profile as PDF.
pdf-cannot-make = The PDF cannot be made: { $cause }.
pdf-missing-characters =
    { $count ->
        [one] The font of the PDF has no letter for one character. It stands here first: { $characters }
       *[other] The font of the PDF has no letters for { $count } characters. They stand here first: { $characters }{ $rest ->
            [0] { "" }
           *[other] { " " }… and { $rest } more.
        }
    }
pdf-missing-characters-hint = In the file, [U+…] with the number of the character stands in its place. HTML shows all characters.
pdf-without-logo = The logo was left out of the PDF.
pdf-without-logo-hint = A PDF takes a logo as PNG of at most 4000 × 4000 pixels. SVG logos stand in HTML.
