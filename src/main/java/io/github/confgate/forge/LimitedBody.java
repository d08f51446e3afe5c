package io.github.confgate.forge;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body as another subscriber does, up to a number of bytes; a larger one is an {@link IOException}. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> inner;
    private long left;
    private Flow.@Nullable Subscription subscription;

    LimitedBody(BodySubscriber<byte[]> inner, long limit) {
        this.inner = inner;
        this.left = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return inner.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        inner.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left >= 0) {
            inner.onNext(buffers);
        } else if (subscription != null) {
            subscription.cancel();
            subscription = null;
            inner.onError(new IOException("the answer is too large"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        inner.onError(failure);
    }

    @Override
    public void onComplete() {
        if (left >= 0) {
            inner.onComplete();
        }
    }
}
