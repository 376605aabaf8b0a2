/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file, with one connection that stays open: whoever asks for it waits until it is given back, and closing
 * what was handed out gives it back.
 *
 * <p>Thread-safe; a connection that was handed out is confined to its thread.
 */
final class SqliteFile implements DataSource, AutoCloseable {

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(20);

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private SqliteFile(Connection connection) {
        this.connection = connection;
    }

    /** Opens the file; a new one is its owner's alone where the file system knows such rights. */
    static SqliteFile open(Path file) throws IOException, SQLException {
        if (Files.notExists(file)) {
            create(file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        return new SqliteFile(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    }

    private static void create(Path file) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException another) {
            // Another process has just made it; it is opened like any other.
        }
    }

    @Override
    public Connection getConnection() {
        lock.lock();
        boolean[] givenBack = {false};
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                if (!givenBack[0]) {
                    givenBack[0] = true;
                    lock.unlock();
                }
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() == null ? thrown : thrown.getCause();
            }
        };
        return (Connection)
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("A file knows no users.");
    }

    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            connection.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Nothing is logged here.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("Not a wrapper of " + type.getName() + ".");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
