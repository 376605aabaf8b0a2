/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.alerting.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.municipalsafety.alerting.notifier.Deadline;

/**
 * Closes a sender's sockets when its time is over or its thread is interrupted (N2): reading from a socket does not
 * notice either by itself.
 */
final class Guard extends SocketFactory implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 20;

    private final Deadline deadline;
    private final Thread sender = Thread.currentThread();
    private final List<Socket> sockets = new ArrayList<>(); // guarded by this
    private final Thread watcher;
    private boolean over; // guarded by this
    private boolean interrupted; // guarded by this

    Guard(Deadline deadline) {
        this.deadline = deadline;
        this.watcher = new Thread(this::watch, "mail-guard");
        watcher.setDaemon(true);
        watcher.start();
    }

    private synchronized void watch() {
        while (!over) {
            if (sender.isInterrupted() || deadline.isOver()) {
                interrupted = sender.isInterrupted();
                over = true;
                sockets.forEach(Guard::close);
                return;
            }
            try {
                wait(Math.max(
                        1, Math.min(LOOK_EVERY_MILLIS, deadline.remaining().toMillis())));
            } catch (InterruptedException never) {
                return;
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // It is of no use any more, which is what was wanted.
        }
    }

    private synchronized Socket watched(Socket socket) throws IOException {
        if (over) {
            close(socket);
            throw new IOException("The time to send is over.");
        }
        sockets.add(socket);
        return socket;
    }

    synchronized boolean interrupted() {
        return interrupted;
    }

    @Override
    public synchronized void close() {
        over = true;
        notifyAll();
    }

    @Override
    public Socket createSocket() throws IOException {
        return watched(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return watched(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return watched(new Socket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return watched(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return watched(new Socket(host, port, localHost, localPort));
    }
}
