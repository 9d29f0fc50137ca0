"""What a Word document's text is: paragraphs and rows in order, nothing left out."""

from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml

from pipeline.read.word import extract_text

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# (what the body holds, text)
BODIES = (
    ("<w:p><w:r><w:t>Area: 5 km²</w:t></w:r></w:p>", "Area: 5 km²\n"),
    ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc\n"),
    ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>", "new\n"),
    ("<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", "\n"),
    ("<w:sdt><w:sdtContent><w:p><w:r><w:t>held</w:t></w:r></w:p></w:sdtContent></w:sdt>", "held\n"),
    ("<w:p/>", "\n"),
)


def saved(document):
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_text_of_a_paragraph(body, text):
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:body {SPACE}>{body}</w:body>")[0])
    assert extract_text(saved(document)) == text


def test_tables_stand_in_order_with_joined_cells():
    document = docx.Document()
    document.add_heading("Kujo")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Country", "Mongolia\nAsia"
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "x", "y"
    document.add_paragraph("end")
    expected = "Kujo\nCountry | Mongolia Asia\n | x | y\nend\n"
    assert extract_text(saved(document)) == expected
