package io.github.confgate.source;

/** The call or the policy is wrong. The message says where and what to write instead. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }
}
