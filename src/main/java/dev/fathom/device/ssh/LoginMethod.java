package dev.fathom.device.ssh;

import java.util.function.Supplier;
import org.apache.sshd.client.auth.AbstractUserAuthFactory;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.session.ClientSession;

/** A way to log in that MINA begins when the host offers it. */
final class LoginMethod extends AbstractUserAuthFactory {
    private final Supplier<UserAuth> login;

    LoginMethod(String name, Supplier<UserAuth> login) {
        super(name);
        this.login = login;
    }

    @Override
    public UserAuth createUserAuth(ClientSession session) {
        return login.get();
    }
}
