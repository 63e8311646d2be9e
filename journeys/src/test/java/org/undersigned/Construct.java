package org.undersigned;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;

/** A process that makes a handler as Lambda does, and says what came of it. */
final class Construct {
    private Construct() {}

    public static void main(String[] handler) throws ReflectiveOperationException {
        try {
            var made = (RequestStreamHandler)
                    Class.forName(handler[0]).getConstructor().newInstance();
            System.out.println("made " + made.getClass().getSimpleName());
        } catch (InvocationTargetException e) {
            System.out.println(e.getCause().getMessage());
        }
        System.exit(0);
    }
}
