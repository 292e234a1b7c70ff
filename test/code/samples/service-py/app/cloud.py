import boto3

bedrock = boto3.client("bedrock-runtime", region_name="eu-central-1")
storage = boto3.client("s3", endpoint_url="https://s3.eu-central-1.amazonaws.com")
