package org.undersigned.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a class of tests out where there is no Chromium, and says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {

    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.path().isPresent()) return ConditionEvaluationResult.enabled("there is a Chromium");
            String reason = "no Chromium here; install chromium, or name one by CHROMIUM";
            if (context.getTestMethod().isEmpty())
                System.out.println("left out: " + context.getRequiredTestClass().getSimpleName() + ": " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
