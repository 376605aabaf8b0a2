/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.desk.folder;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where documents come from: a folder, or what is shipped with a program.
 *
 * <p>Its text form names the place; it stands in the message about a document that is missing there.
 */
public interface DocumentSource {

    /**
     * Reads a document whole.
     *
     * @param name its file name, such as {@code rota.json}
     * @return its content
     * @throws IOException if it is missing or cannot be read
     */
    byte[] read(String name) throws IOException;

    /**
     * The files of a folder.
     *
     * @param folder the folder
     * @return the source
     */
    static DocumentSource folder(Path folder) {
        requireNonNull(folder, "folder");
        return new DocumentSource() {
            @Override
            public byte[] read(String name) throws IOException {
                return Files.readAllBytes(folder.resolve(name));
            }

            @Override
            public String toString() {
                return "the folder " + folder;
            }
        };
    }

    /**
     * What lies beside a class, in its jar.
     *
     * @param neighbour the class
     * @return the source
     */
    static DocumentSource beside(Class<?> neighbour) {
        requireNonNull(neighbour, "neighbour");
        return new DocumentSource() {
            @Override
            public byte[] read(String name) throws IOException {
                try (InputStream in = neighbour.getResourceAsStream(name)) {
                    if (in == null) {
                        throw new FileNotFoundException(name);
                    }
                    return in.readAllBytes();
                }
            }

            @Override
            public String toString() {
                return "the resources of " + neighbour.getPackageName();
            }
        };
    }
}
