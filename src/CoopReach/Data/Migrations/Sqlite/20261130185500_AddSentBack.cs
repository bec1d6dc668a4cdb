using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopReach.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSentBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sent_back",
                table: "broadcasts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_back_by",
                table: "broadcasts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_cooperative_id_delivered_at_id",
                table: "purchase_orders",
                columns: new[] { "cooperative_id", "delivered_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_purchase_orders_cooperative_id_delivered_at_id",
                table: "purchase_orders");

            migrationBuilder.DropColumn(
                name: "sent_back",
                table: "broadcasts");

            migrationBuilder.DropColumn(
                name: "sent_back_by",
                table: "broadcasts");
        }
    }
}
