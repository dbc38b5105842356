package org.vivavoce.notes;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.vivavoce.notes.Documents.paragraph;

class NotesReaderTest {

    @TempDir
    Path folder = Path.of("set by JUnit");
    private final NotesReader reader = new NotesReader();

    private String text(Path file) throws NotesException {
        return reader.read(file).text();
    }

    private String sentence(Path file) {
        return assertThrows(NotesException.class, () -> reader.read(file)).sentence();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void textIsReadWhicheverWayItIsWritten() throws Exception {
        String text = "Größe: 日本\r\nzweite Zeile";
        String read = "Größe: 日本\nzweite Zeile";
        assertEquals(read, text(Files.writeString(file("a.txt"), text)));
        assertEquals(read, text(Files.writeString(file("b.md"), '\ufeff' + text)));
        assertEquals(read, text(Files.writeString(file("c.TXT"), '\ufeff' + text, StandardCharsets.UTF_16LE)));
        assertEquals(read, text(Files.writeString(file("d.markdown"), '\ufeff' + text, StandardCharsets.UTF_16BE)));
        assertEquals("Größe – “so”",
                text(Files.writeString(file("e.txt"), "Größe – “so”", Charset.forName("windows-1252"))));
    }

    @Test
    void aDocumentIsReadParagraphByParagraph() throws Exception {
        Path document = Documents.of(file("résumé.docx"), paragraph("Ada Lovelace") + paragraph("")
                + "<w:p><w:r><w:t>Built </w:t></w:r><w:r><w:t>engines &amp; bridges</w:t><w:br/><w:t>in London</w:t></w:r>"
                + "<w:del><w:r><w:delText>in Paris</w:delText></w:r></w:del></w:p>"
                + "<w:tbl><w:tr><w:tc>" + paragraph("2019") + "</w:tc><w:tc>" + paragraph("Lead")
                + "</w:tc></w:tr></w:tbl>");
        Note note = reader.read(document);
        assertEquals("résumé.docx", note.name());
        assertEquals("Ada Lovelace\n\n\n\nBuilt engines & bridges\nin London\n\n2019\n\nLead", note.text());
        assertEquals(10, note.words());
    }

    @Test
    void noEntityOfADocumentIsFollowed() throws Exception {
        Files.writeString(file("secret.txt"), "a secret");
        String external = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"" + file("secret.txt").toUri()
                + "\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
        assertEquals("x.docx is damaged, or not what its name says: save it anew.",
                sentence(Documents.with(file("x.docx"), "word/document.xml", external)));
    }

    @Test
    void whatUnpacksWithoutEndIsNotUnpacked() throws IOException {
        Path bomb = Documents.bomb(file("bomb.docx"), 80);
        assertEquals("bomb.docx is too long: give the pages that matter.", sentence(bomb));
    }

    @Test
    void whatIsTooLongIsSaid() throws IOException {
        Path text = Files.writeString(file("long.txt"), "word ".repeat(NotesReader.MOST_CHARACTERS / 5 + 1));
        assertEquals("long.txt is too long: give the pages that matter.", sentence(text));
        Path document = Documents.of(file("long.docx"),
                paragraph("word ".repeat(1000)).repeat(NotesReader.MOST_CHARACTERS / 5000 + 1));
        assertEquals("long.docx is too long: give the pages that matter.", sentence(document));
    }

    @Test
    void eachFileThatCannotBeReadIsOneSentenceAndTheOthersAreThere() throws IOException {
        Path good = Files.writeString(file("good.txt"), "Bridges.");
        NotesReader.Found found = reader.readAll(List.of(file("gone.txt"), Files.writeString(file("picture.png"), "x"),
                Files.writeString(file("broken.docx"), "no archive"),
                Documents.with(file("sheet.docx"), "xl/workbook.xml", "<x/>"),
                Files.write(file("program.txt"), new byte[]{0, 1, 2, 0}), Files.writeString(file("empty.md"), " \n"),
                good, Documents.of(file("half.docx"), "<w:p>")));

        assertEquals(List.of("good.txt"), found.notes().names());
        assertEquals(List.of("gone.txt is not there any more: choose it anew, or take it away from your notes.",
                "picture.png is of a kind that cannot be read: save it as one of .docx, .markdown, .md, .pdf, .text, .txt.",
                "broken.docx is damaged, or not what its name says: save it anew.",
                "sheet.docx is damaged, or not what its name says: save it anew.",
                "program.txt is damaged, or not what its name says: save it anew.",
                "empty.md has no text in it.", "half.docx is damaged, or not what its name says: save it anew."),
                found.problems());
    }

    @Test
    void aPdfIsReadPageByPage() throws Exception {
        assertEquals("Ten years of bridges\n\n\nand of tunnels",
                text(Documents.pdf(file("cv.pdf"), "Ten years of bridges", "and of tunnels")));
        assertEquals("long.pdf is too long: give the pages that matter.", sentence(Documents.pdf(file("long.pdf"),
                "word ".repeat(NotesReader.MOST_CHARACTERS / 5 + 1))));
        assertEquals("half.pdf is damaged, or not what its name says: save it anew.",
                sentence(Files.writeString(file("half.pdf"), "%PDF-1.7\nnothing")));
        assertEquals("scan.pdf has no text in it.", sentence(Documents.pdf(file("scan.pdf"), "")));
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        assertEquals("folder.txt cannot be read: see whether you may read it.",
                sentence(Files.createDirectory(file("folder.txt"))));
    }
}
