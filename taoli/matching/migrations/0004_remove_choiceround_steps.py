from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("matching", "0003_copy_steps")]

    operations = [migrations.RemoveField(model_name="choiceround", name="steps")]
