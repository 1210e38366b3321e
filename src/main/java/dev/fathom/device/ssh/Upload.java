package dev.fathom.device.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.function.LongConsumer;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Writes a file over SFTP. Every block is confirmed before the next is sent, so that what was counted is there. */
record Upload(ClientSession session, String path) {
    private static final int BLOCK = 64 * 1024;

    void write(long offset, InputStream content, LongConsumer written) throws IOException {
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
                CloseableHandle file = open(sftp, offset)) {
            long position = offset;
            byte[] block = new byte[BLOCK];
            for (int count = content.readNBytes(block, 0, BLOCK);
                    count > 0;
                    count = content.readNBytes(block, 0, BLOCK)) {
                sftp.write(file, position, block, 0, count);
                position += count;
                written.accept(position);
            }
        }
    }

    /** The file, cut off at the offset. */
    private CloseableHandle open(SftpClient sftp, long offset) throws IOException {
        CloseableHandle file = sftp.open(path, EnumSet.of(OpenMode.Write, OpenMode.Create));
        long size = sftp.stat(file).getSize();
        if (size < offset) {
            file.close();
            throw new IOException(path + " has only " + size + " bytes instead of " + offset);
        }
        if (size > offset) {
            Attributes cut = new Attributes();
            cut.setSize(offset);
            sftp.setStat(file, cut);
        }
        return file;
    }
}
