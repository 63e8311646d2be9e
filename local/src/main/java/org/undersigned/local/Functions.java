package org.undersigned.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.HashMap;
import java.util.Map;
import org.undersigned.admin.Identity;
import org.undersigned.announcechanges.AnnounceChangesHandler;
import org.undersigned.announcewaiting.AnnounceWaitingHandler;
import org.undersigned.authorizeadmin.AuthorizeAdminHandler;
import org.undersigned.confirm.ConfirmHandler;
import org.undersigned.correct.CorrectHandler;
import org.undersigned.decide.DecideHandler;
import org.undersigned.describestatement.DescribeStatementHandler;
import org.undersigned.editsignature.EditSignatureHandler;
import org.undersigned.erase.EraseHandler;
import org.undersigned.exportsignatories.ExportSignatoriesHandler;
import org.undersigned.importsignatories.ImportSignatoriesHandler;
import org.undersigned.invalidate.InvalidateHandler;
import org.undersigned.lambda.Env;
import org.undersigned.listsignatories.ListSignatoriesHandler;
import org.undersigned.liststatements.ListStatementsHandler;
import org.undersigned.manageblocks.ManageBlocksHandler;
import org.undersigned.managestatement.ManageStatementHandler;
import org.undersigned.notebounce.NoteBounceHandler;
import org.undersigned.queueemails.QueueEmailsHandler;
import org.undersigned.readaudit.ReadAuditHandler;
import org.undersigned.reconcile.ReconcileHandler;
import org.undersigned.refuse.RefuseHandler;
import org.undersigned.requeststatus.RequestStatusHandler;
import org.undersigned.retain.RetainHandler;
import org.undersigned.reviewqueue.ReviewQueueHandler;
import org.undersigned.sealaudit.SealAuditHandler;
import org.undersigned.sendemail.SendEmailHandler;
import org.undersigned.sign.SignHandler;
import org.undersigned.sortanew.SortAnewHandler;
import org.undersigned.tally.TallyHandler;
import org.undersigned.withdraw.WithdrawHandler;

/** Every function of the template, made as Lambda makes it, out of another environment. */
final class Functions {
    private Functions() {}

    /** The handlers by their logical IDs in the template; {@code identity} knows who may call the admin API. */
    static Map<String, RequestStreamHandler> all(Env env, Identity identity) {
        Map<String, RequestStreamHandler> all = new HashMap<>();
        all.put("DescribeStatement", new DescribeStatementHandler(env));
        all.put("ListSignatories", new ListSignatoriesHandler(env));
        all.put("Sign", new SignHandler(env));
        all.put("Confirm", new ConfirmHandler(env));
        all.put("Refuse", new RefuseHandler(env));
        all.put("Withdraw", new WithdrawHandler(env));
        all.put("EditSignature", new EditSignatureHandler(env));
        all.put("RequestStatus", new RequestStatusHandler(env));
        all.put("QueueEmails", new QueueEmailsHandler(env));
        all.put("SendEmail", new SendEmailHandler(env));
        all.put("NoteBounce", new NoteBounceHandler(env));
        all.put("Tally", new TallyHandler(env));
        all.put("AnnounceChanges", new AnnounceChangesHandler(env));
        all.put("AnnounceWaiting", new AnnounceWaitingHandler(env));
        all.put("Reconcile", new ReconcileHandler(env));
        all.put("SortAnew", new SortAnewHandler(env));
        all.put("SealAudit", new SealAuditHandler(env));
        all.put("Retain", new RetainHandler(env));
        all.put("AuthorizeAdmin", new AuthorizeAdminHandler(identity));
        all.put("ReviewQueue", new ReviewQueueHandler(env, identity));
        all.put("Decide", new DecideHandler(env, identity));
        all.put("Invalidate", new InvalidateHandler(env, identity));
        all.put("Correct", new CorrectHandler(env, identity));
        all.put("Erase", new EraseHandler(env, identity));
        all.put("ListStatements", new ListStatementsHandler(env, identity));
        all.put("ManageBlocks", new ManageBlocksHandler(env, identity));
        all.put("ManageStatement", new ManageStatementHandler(env, identity));
        all.put("ImportSignatories", new ImportSignatoriesHandler(env, identity));
        all.put("ExportSignatories", new ExportSignatoriesHandler(env, identity));
        all.put("ReadAudit", new ReadAuditHandler(env, identity));
        return all;
    }
}
