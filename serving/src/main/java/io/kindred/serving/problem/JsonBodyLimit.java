package io.kindred.serving.problem;

import io.kindred.serving.config.KindredConfig;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Ends the reading of JSON bodies that are larger than allowed, whatever their headers say. */
@jakarta.ws.rs.ext.Provider
final class JsonBodyLimit implements ReaderInterceptor {
    // Interceptors are made while the application is built up, before the configuration is known.
    private final Provider<KindredConfig> config;

    JsonBodyLimit(Provider<KindredConfig> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        // A page of another origin can send a body without a type and without asking first.
        if (context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE) == null) {
            throw new NotSupportedException();
        }
        MediaType type = context.getMediaType();
        if (type == null || !type.getSubtype().equals("zip")) {
            long limit = config.get().limits().maxBodyBytes();
            context.setInputStream(new LimitedInputStream(
                    context.getInputStream(),
                    limit,
                    "the body has more than " + limit + " bytes; send less at a time"));
        }
        return context.proceed();
    }
}
