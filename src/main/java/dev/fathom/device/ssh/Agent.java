package dev.fathom.device.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** The user's SSH agent, by the protocol of draft-miller-ssh-agent over its Unix socket; one connection a request. */
record Agent(Path socket) {
    private static final byte REQUEST_IDENTITIES = 11;
    private static final byte IDENTITIES_ANSWER = 12;
    private static final byte SIGN_REQUEST = 13;
    private static final byte SIGN_RESPONSE = 14;
    private static final int RSA_SHA2_256 = 2;
    private static final int RSA_SHA2_512 = 4;
    private static final int LARGEST_ANSWER = 1 << 20;

    /** Its keys, without those of a type that is not known here. */
    List<PublicKey> keys() throws IOException {
        Buffer answer = ask(IDENTITIES_ANSWER, new ByteArrayBuffer(new byte[] {REQUEST_IDENTITIES}));
        List<PublicKey> keys = new ArrayList<>();
        int count = answer.getInt();
        for (int i = 0; i < count; i++) {
            byte[] key = answer.getBytes();
            answer.getString(); // comment
            try {
                keys.add(new ByteArrayBuffer(key).getRawPublicKey());
            } catch (SshException e) {
                // A key on a security token, for example; OpenSSH's own client can use it, this one goes on without.
                continue;
            }
        }
        return keys;
    }

    /** @return the algorithm that was used and the signature */
    Map.Entry<String, byte[]> sign(PublicKey key, String algorithm, byte[] data) throws IOException {
        Buffer request = new ByteArrayBuffer();
        request.putByte(SIGN_REQUEST);
        request.putPublicKey(key);
        request.putBytes(data);
        request.putInt(
                switch (algorithm) {
                    case "rsa-sha2-256" -> RSA_SHA2_256;
                    case "rsa-sha2-512" -> RSA_SHA2_512;
                    default -> 0;
                });
        Buffer signature = new ByteArrayBuffer(ask(SIGN_RESPONSE, request).getBytes());
        return Map.entry(signature.getString(), signature.getBytes());
    }

    private Buffer ask(byte expected, Buffer request) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            byte[] body = request.getCompactData();
            ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + body.length)
                    .putInt(body.length)
                    .put(body)
                    .flip();
            while (out.hasRemaining()) {
                channel.write(out);
            }
            int length = read(channel, Integer.BYTES).getInt();
            if (length < 1 || length > LARGEST_ANSWER) {
                throw new IOException("an answer of " + length + " bytes");
            }
            Buffer answer = new ByteArrayBuffer(read(channel, length).array());
            if (answer.getByte() != expected) {
                throw new IOException("it refused");
            }
            return answer;
        }
    }

    private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("it hung up");
            }
        }
        return buffer.flip();
    }
}
