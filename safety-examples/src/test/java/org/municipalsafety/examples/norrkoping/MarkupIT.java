/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.norrkoping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.messages.TextMessageEmitter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.source.SourceCode;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** The pages are valid HTML, and every link between them leads somewhere. */
class MarkupIT {

    @TempDir
    static Path folder;

    @BeforeAll
    static void play() throws Exception {
        for (String lang : new String[] {"sv", "en"}) {
            Program.Run run = Program.run("--out", folder.resolve(lang).toString(), "--lang", lang);
            assertThat(run.exitCode()).as(run.errors()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sv/index.html",
                "en/index.html",
                "sv/bulletin.sv.html",
                "sv/bulletin.en.html",
                "sv/kontakt.sv.html",
                "sv/kontakt.en.html"
            })
    void thePageIsValid(String page) throws Exception {
        assertThat(faults(Files.readAllBytes(folder.resolve(page)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv/index.html", "en/index.html"})
    void everyLinkLeadsSomewhere(String page) throws Exception {
        Path file = folder.resolve(page);
        Matcher link = Pattern.compile("href=\"(?!tel:|#)([^\"]+)\"").matcher(Files.readString(file));
        int links = 0;
        while (link.find()) {
            links++;
            assertThat(file.resolveSibling(link.group(1))).exists();
        }
        assertThat(links).isGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!doctype html><html lang=\"sv\"><title>x</title><img src=\"a.png\">"})
    void aPlantedFaultIsFound(String page) throws Exception {
        assertThat(faults(page.getBytes(StandardCharsets.UTF_8))).contains("alt");
    }

    private static String faults(byte[] page) throws Exception {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        SourceCode source = new SourceCode();
        MessageEmitterAdapter errors = new MessageEmitterAdapter(
                null, source, false, new ImageCollector(source), 0, false, new TextMessageEmitter(messages, false));
        errors.setErrorsOnly(true);
        SimpleDocumentValidator validator = new SimpleDocumentValidator();
        validator.setUpMainSchema("http://s.validator.nu/html5-all.rnc", new SystemErrErrorHandler());
        validator.setUpValidatorAndParsers(errors, true, false);
        errors.start(null);
        InputSource input = new InputSource(new ByteArrayInputStream(page));
        input.setEncoding("UTF-8");
        validator.checkHtmlInputSource(input);
        errors.end("", "", "");
        return messages.toString(StandardCharsets.UTF_8).strip();
    }
}
