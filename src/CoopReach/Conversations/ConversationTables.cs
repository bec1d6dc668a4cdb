using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Conversations;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations");
        builder.HasKey(conversation => conversation.SessionId);
        builder.HasIndex(conversation => new { conversation.Phone, conversation.LastAt });
        builder.HasIndex(conversation => conversation.LastAt);
    }
}

internal sealed class ConversationStepTable : IEntityTypeConfiguration<ConversationStep>
{
    public void Configure(EntityTypeBuilder<ConversationStep> builder)
    {
        builder.ToTable("conversation_steps");
        builder.HasKey(step => new { step.SessionId, step.Hop });
        builder.HasIndex(step => step.At);
    }
}

internal sealed class PublishedBookTable : IEntityTypeConfiguration<PublishedBook>
{
    public void Configure(EntityTypeBuilder<PublishedBook> builder)
    {
        builder.ToTable("menu_books");
        builder.HasKey(book => book.Version);
    }
}
